/** Words by which cases are known in free text. Data only. */

/** Behind a street's name, as regular expressions. */
export const STREET_SUFFIXES = [
  'st(?:reet)?',
  'ave?(?:nue)?',
  'r(?:oa)?d',
  'dr(?:ive)?',
  'l(?:a)?n(?:e)?',
  'c(?:our)?t',
  'blvd',
  'boulevard',
  'pl(?:ace)?',
  'ter(?:race)?',
  'cir(?:cle)?',
  'way',
  'pkwy',
  'parkway',
  'hwy',
  'highway',
  'trl',
  'trail',
  'rte',
  'route',
];

/** Right before the name of the person a record is about, as regular expressions. */
export const PERSON_CUES = [
  'named?',
  'name is',
  'subjects?',
  'suspects?',
  'defendants?',
  'offenders?',
  'victims?',
  'drivers?',
  'passengers?',
  'inmates?',
  'detainees?',
  'arrestees?',
  'fugitives?',
  'targets?',
  'subscriber is',
  'consignee',
  'shipper',
  'owner(?: on the license)? is(?: an?)?',
  'leased to',
  'booked as',
  'arrested',
  'warrant (?:for|on)',
  'true name',
  'aka',
  'a\\.k\\.a\\.',
  'i/m',
  'mom',
  'mother',
  'father',
  'dad',
  'roommate',
  'wife',
  'husband',
  'student',
  'tenant is',
];

/** Words with a capital that stand before or inside a name and are no part of it, or that make it the name of something else. */
export const NOT_IN_NAMES = [
  'the',
  'a',
  'an',
  'and',
  'in',
  'on',
  'at',
  'for',
  'from',
  'to',
  'of',
  'per',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sgt',
  'det',
  'lt',
  'ofc',
  'officer',
  'detective',
  'sergeant',
  'deputy',
  'chief',
  'agent',
  'special',
  'sa',
  'do',
  'ausa',
  'asa',
  'judge',
  'driver',
  'passenger',
  'victim',
  'subject',
  'suspect',
  'defendant',
  'mom',
  'mother',
  'owner',
  'roommate',
  'subscriber',
  'consignee',
  'shipper',
  'department',
  'dept',
  'police',
  'sheriff',
  'office',
  'county',
  'city',
  'state',
  'university',
  'college',
  'school',
  'court',
  'jail',
  'center',
  'unit',
  'division',
  'st',
  'ave',
  'rd',
  'dr',
  'ln',
  'ct',
  'blvd',
  'apt',
  'lot',
  'room',
  'phone',
  'street',
  'avenue',
  'road',
  'drive',
  'park',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'ice',
  'hsi',
  'ero',
  'cbp',
  'dhs',
  'fbi',
  'dea',
  'atf',
  'lesc',
  'homeland',
  'security',
  'immigration',
  'customs',
  'border',
  'patrol',
  'united',
  'states',
  'national',
  'federal',
  'dob',
  'ssn',
  'usc',
];

/**
 * The commonest family names of the United States by the 2010 census, with the commonest of recent immigrants: a case is
 * not known by one of them alone, nor with a given name beside it.
 */
export const COMMON_FAMILY_NAMES = (
  'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez ' +
  'gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white ' +
  'harris sanchez clark ramirez lewis robinson walker young allen king wright scott ' +
  'torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell ' +
  'carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes ' +
  'stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey ' +
  'reed kelly howard ramos kim cox ward richardson watson brooks chavez wood ' +
  'james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers ' +
  'long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler ' +
  'henderson barnes gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham ' +
  'reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran ' +
  'medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods ' +
  'washington kennedy wells vargas henry chen freeman webb tucker guzman burns crawford ' +
  'olson simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz ' +
  'hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox ' +
  'warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ' +
  'ryan gardner payne grant dunn kelley spencer hawkins arnold pierce hansen peters ' +
  'santos hart bradley knight elliott cunningham duncan armstrong hudson carroll lane riley ' +
  'andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards contreras ' +
  'willis carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene ' +
  'nunez wheeler valdez harper burke larson santiago maldonado morrison franklin carlson austin ' +
  'dominguez carr lawson jacobs obrien lynch singh vega bishop montgomery oliver jensen ' +
  'harvey williamson gilbert dean sims espinoza howell li wong reid hanson le ' +
  'mccoy garrett burton fuller wang weber welch rojas lucas marquez fields park ' +
  'yang little banks padilla day walsh bowman schultz luna fowler mejia ali ' +
  'khan mohamed ahmed hussein hassan'
).split(' ');

/** Behind a word with a capital, these make it a place or an office. */
export const PLACE_WORDS = [
  'county',
  'city',
  'township',
  'street',
  'st',
  'avenue',
  'ave',
  'road',
  'rd',
  'drive',
  'dr',
  'lane',
  'ln',
  'court',
  'ct',
  'park',
  'school',
  'high',
  'hall',
  'university',
  'college',
  'hospital',
  'jail',
  'prison',
  'police',
  'pd',
  'sheriff',
  'so',
  'office',
  'department',
  'dept',
];
