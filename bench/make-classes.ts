/**
 * Writes `classify/lexicon/classes.json`: words that name people, places, countries, peoples, months, days and vehicles, which the coder
 * reads by their class. Run it where labelled items or lexicons have changed much.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { MASK_LISTS } from '../report/mask-knowledge.ts';
import { dictionaryWords, labelledBodies, linesOf, peopleNames } from './word-lists.ts';

const OUT = 'classify/lexicon/classes.json';
const ORIGIN =
  'Made by npm run make:classes. What each word names is all the coder knows of it: which person, place, country or people a record is about says nothing of its code. Words of a dictionary or of the cues are left out, names that are words too ("rose") among them.';

const split = (words: string): string[] => words.split(' ');
const DAYS = split(
  'monday tuesday wednesday thursday friday saturday sunday tue tues wed thu thur thurs fri',
);
const MONTHS = split(
  'january february april june july august september october november december jan feb apr jun jul aug sept oct nov dec',
);
const VEHICLES = split(
  'ford chevy toyota buick chevrolet mazda subaru audi bmw volvo lexus dodge acura honda nissan hyundai kia jeep gmc pontiac chrysler ' +
    'cadillac mercedes camry corolla altima sentra tahoe silverado impala malibu jetta econoline windstar astro tacoma ' +
    'tundra sonata elantra taurus mustang corvette equinox trailblazer yukon durango prius maxima pathfinder freightliner kenworth ' +
    'peterbilt yamaha kawasaki suzuki',
);
const PEOPLES = split(
  'afghan albanian argentine armenian australian azerbaijani bangladeshi bolivian bosnian brazilian bulgarian burmese cambodian ' +
    'cameroonian chilean chinese colombian congolese cuban czech danish dominican dutch ecuadoran ecuadorian egyptian eritrean estonian ' +
    'ethiopian filipino filipina finnish german ghanaian greek guatemalan haitian honduran hungarian iranian iraqi irish israeli ' +
    'italian jamaican japanese jordanian kazakh kenyan korean laotian latvian lebanese liberian lithuanian malian mexican mongolian ' +
    'moroccan nepalese nepali nicaraguan nigerian norwegian pakistani peruvian romanian russian salvadoran salvadorian salvadorean saudi ' +
    'senegalese serbian slovak somali sudanese swedish syrian thai turkish ukrainian uzbek venezuelan vietnamese yemeni moldovan belgian ' +
    'swiss tongan samoan gambian ugandan rwandan bahamian guyanese panamanian uruguayan paraguayan hmong',
);
const COUNTRIES = split(
  'mexico honduras guatemala salvador nicaragua cuba haiti jamaica brazil brasil peru chile bolivia ecuador colombia venezuela panama ' +
    'spain france italy israel china japan india iran iraq syria kenya ghana nigeria ethiopia somalia sudan russia ukraine poland romania ' +
    'vietnam laos korea philippines germany portugal england ireland scotland guyana dominica bahamas belize argentina cameroon senegal ' +
    'liberia congo eritrea morocco algeria egypt tunisia libya yemen lebanon armenia azerbaijan kazakhstan uzbekistan afghanistan pakistan ' +
    'bangladesh nepal burma myanmar thailand cambodia malaysia indonesia mongolia taiwan albania serbia bosnia croatia bulgaria hungary ' +
    'moldova belarus latvia lithuania estonia norway sweden denmark finland netherlands belgium switzerland austria greece',
);
/** States that a dictionary has for something else, or that the list of places lacks. */
const STATES = split('texas ohio iowa utah maine');
/** What is no mere place: homes of citizens, words for several peoples ("indian"), crossings of the border, places of detention, plain words of other languages. */
const NO_PLACES = new Set(
  split(
    'adelanto agua america american batavia boca brownsville calexico canada canadian caza chippewa choctaw ciudad delegacion este ' +
      'farsi fora gaza gorda guam guantanamo haute hermosa independencia indian isla juarez laredo latina latinx leavenworth madre ' +
      'magna mcallen mont negras nogales noire notre nueva nuevo oeste paix pere piedras progreso puerto quito reynosa salida seminole ' +
      'tanque tecate terre tijuana trois uvalde viejo',
  ),
);
/** On the list of names, and often something else in police records: cases, firms, slang, places of detention, Spanish words. */
const NO_NAMES = new Set(
  split(
    'adam addy adhaar adu aguas akbar alexa alla allah alta ama anda ando angeles antigua armas avril bal bala banda banos barba ' +
      'barretta basta batson bebe beemer bentley benz bernardino bien bing bivens blanco bloomberg bobo boe bol bomba bonneville bos ' +
      'bosch bose brady bruen brunswick bruton buena busch cabeza cadena calais calle calles calma camara camino capts carrera carro ' +
      'carta casada casado casas caso casper castile cessna chanel chauvin cheyenne chica chicas christ cierra cinco coj coll como cong ' +
      'conroe const coors corcoran corea cori coronado corp corr corte cristal ctry cty cuadra cuervo cumberland cummins cypher dade ' +
      'dano danos dar decatur deere deets deja demas dewalt diez dilley disney dover dublin dubuque duchesne dunkin duval easter elem ' +
      'ella eloy erie esi españa fagg fayette ferrari fetty florence folsom fontana franks frontera fuerte fuertes furlow gallup gant ' +
      'garrity gatling ger gerber gerstein gideon giglio goodyear goto gramm grammer gras guardia général habibi hague haji hardee ' +
      'harley harvard hatchett haïtien heil heimlich hennessy hermosillo hilton homan hond honeywell hoosier huron hutto hyatt ical ' +
      'iglesia iman imigrante ingles innis isis isl islam janvier jena jencks jlr juneau jupiter jurado karnes keefe kimber kitchin ' +
      'kong kroger kum kush kwik labrador laguna lan laramie lauderdale lejeune leos licenciada lima limon limones livingston lobos ' +
      'loma lowes lugar luger lumpkin lumpkins lutheran macy mahdi malo mano manos marriott maryjane mata matamoros matar mauser mcgirt ' +
      'mech meck mecklenburg menor mercado meta mex mexicano mimi mina minero mira miranda molly monell moro mota mozo mucha mundo ' +
      'musick nam nana neta neto nieto nietos nino nogales nola nordstrom noto nye obrero oder offlcer ojo olds olympia oneida opp ota ' +
      'otay otero pacifico palma palo panadero parada parente pariente particia pasco patria pearsall peo pequeno pero perro pescador ' +
      'pharr phila phx piedra pinal pinkerton pintor pio plata platte polito polk pollock porche porsche presas prieto printz proto ' +
      'provo pru pua puebla puente puentes puerta pulaski quarles quinto racine raza redacted refugio reid reina remington rentas resto ' +
      'rexed rey rhode robt rojo roxie roxy ruger ruta ryder sala sams sana sandiego sandusky sanjose sanjuan sano santa santaana ' +
      'santacruz santander santo sargeant sargent scranton securlty segundo seibert seneca senter sera sereno serio shawnee sheetz ' +
      'sherburne sida situ snowden socorro soltero soros sox spillman stat staten stclair stewart stlawrence stlouis streett sumas sur ' +
      'tarrant tasker tata tec tejas teniente tera tercero terry tierra tillamook tina tison toma toro torre travieso trenton trib ' +
      'trojan trombetta trp tyson uber usha vaca valero valle vea vegas verano verde vida vidrio viet villano walla wehn weingarten ' +
      'whipple winchester windsor yankee yonkers youngblood zona',
  ),
);
/** Of the lists with which reports are masked, those that hold names or what is a name as well. */
const NAME_LISTS = new Set<string>(['places', 'eponyms', 'given_words']);

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const masking = readJson<Record<string, string[]>>('report/lexicon/mask-words.json');
const { cues } = readJson<{ cues: Record<string, string[]> }>('classify/lexicon/cues.json');
const { words: abbreviations } = readJson<{ words: Record<string, string[]> }>(
  'classify/lexicon/abbreviations.json',
);
const { agencies, titles } = readJson<Record<'agencies' | 'titles', { words: string[] }[]>>(
  'classify/lexicon/agencies.json',
);
const dictionary = new Set(dictionaryWords().map((word) => word.toLowerCase()));
/** What decides by itself. */
const told = new Set(
  [
    ...Object.values(cues).flat(),
    ...Object.entries(abbreviations).flat(2),
    ...[...agencies, ...titles].flatMap(({ words }) => words),
  ].flatMap(wordsIn),
);
const others = new Set(
  MASK_LISTS.filter((list) => !NAME_LISTS.has(list)).flatMap((list) => masking[list]!.flatMap(wordsIn)),
);
const places = new Set(masking.places!.flatMap(wordsIn));
const fixed = new Set([...DAYS, ...MONTHS, ...VEHICLES, ...PEOPLES, ...COUNTRIES]);

/** How a word stands in the labelled items. */
interface Use {
  items: number;
  times: number;
  /** With a capital letter, and in capitals. */
  capital: number;
  upper: number;
  /** Behind a title, beside a name of the list, and as a place is named. */
  titled: number;
  beside: number;
  placed: number;
}

const uses = new Map<string, Use>();
function useOf(word: string): Use {
  let use = uses.get(word);
  if (use === undefined) {
    use = { items: 0, times: 0, capital: 0, upper: 0, titled: 0, beside: 0, placed: 0 };
    uses.set(word, use);
  }
  return use;
}

const TITLED =
  /\b(?:Sgt|Sergeant|Ofcr?|Officer|Off|Det|Detective|Lt|Lieutenant|Cpl|Corporal|Capt|Captain|Chief|Deputy|Dep|Dpty|Agent|SA|SSA|DO|SDDO|Inv|Investigator|Mr|Mrs|Ms|Miss|Dr|Judge|Atty|Attorney|Trooper|Tpr|Sheriff|Commander|Cmdr|Director|Supervisor|ASA|ADA)\.?\s+(?:[A-Z]\.?\s+)?$/;
const BEHIND_PLACE =
  /^\s+(?:County|Co\b|PD|Police|P\.D|SO\b|Sheriff|Parish|Ave|St\b|St\.|Rd|Street|Road|Blvd|Dr\b|Drive|Ln|Lane|Hwy|Township|Twp|Jail|Metro|City|Borough|Field Office|RAC|sub-?office)|^, [A-Z]{2}\b/;
const BEFORE_PLACE =
  /\b(?:[Cc]ounty of|City of|[Tt]own of|Port|Fort|Mount|Lake|North|South|East|West|New|San|Santa|El|Los|Las|Saint|St\.) $/;
const isFree = (word: string): boolean =>
  !dictionary.has(word) && !told.has(word) && !others.has(word) && !fixed.has(word) && !NO_NAMES.has(word);
const listed = new Set(
  peopleNames()
    .map((name) => name.toLowerCase())
    .filter((name) => /^[a-zà-ÿ]{3,}$/.test(name) && isFree(name)),
);
/** Those that are no place as well. */
const surely = new Set([...listed].filter((name) => !places.has(name)));
for (const { body } of labelledBodies()) {
  const met = new Set<string>();
  let before: { word: string; end: number } | null = null;
  for (const { 0: spelled, index } of body.matchAll(/\p{L}{3,}/gu)) {
    const word = spelled.toLowerCase();
    const use = useOf(word);
    const end = index + spelled.length;
    use.times += 1;
    if (!met.has(word)) use.items += 1;
    met.add(word);
    if (spelled === spelled.toUpperCase()) use.upper += 1;
    if (/^\p{Lu}/u.test(spelled)) {
      use.capital += 1;
      const ahead = body.slice(Math.max(0, index - 24), index);
      if (TITLED.test(ahead)) use.titled += 1;
      if (BEFORE_PLACE.test(ahead) || BEHIND_PLACE.test(body.slice(end, end + 14))) use.placed += 1;
      if (before !== null && /^\s+(?:[A-Z]\.?\s+)?$/.test(body.slice(before.end, index))) {
        if (surely.has(before.word)) use.beside += 1;
        if (surely.has(word)) useOf(before.word).beside += 1;
      }
      before = { word, end };
    }
  }
}

/** The share of the times a word stands with a capital in which it stands as a name does. */
const namedShare = ({ titled, beside, capital }: Use): number => (titled + beside) / Math.max(1, capital);

function isName(word: string): boolean {
  const use = useOf(word);
  if (use.times >= 5 && use.capital < 0.6 * use.times) return false;
  if (places.has(word)) return use.capital >= 5 && namedShare(use) >= 0.2;
  return word.length > 3 || (namedShare(use) >= 0.1 && use.upper < 0.5 * Math.max(1, use.times));
}

/** True for a name of the labelled items that the list does not have. */
function isMoreName(word: string): boolean {
  const use = useOf(word);
  return (
    isFree(word) &&
    !places.has(word) &&
    use.items >= 2 &&
    use.capital >= 0.9 * use.times &&
    use.upper <= 0.6 * use.times &&
    namedShare(use) >= 0.15 &&
    use.placed < 0.2 * use.capital
  );
}

const met = [...uses.keys()].filter((word) => !listed.has(word));
const names = new Set([...[...listed].filter(isName), ...met.filter(isMoreName)]);
const withPlural = (words: string[]): string[] =>
  words.flatMap((word) => (/[aniok]$/.test(word) ? [word, `${word}s`] : [word]));
const isPlace = (word: string): boolean =>
  word.length > 3 &&
  !dictionary.has(word) &&
  !told.has(word) &&
  !names.has(word) &&
  !fixed.has(word) &&
  !NO_PLACES.has(word) &&
  !masking.peoples!.includes(word) &&
  !masking.police_words!.includes(word);
const classes: Record<string, string[]> = {
  country: COUNTRIES,
  day: [...DAYS, ...DAYS.filter((day) => day.endsWith('day')).map((day) => `${day}s`)],
  month: MONTHS,
  name: [...names],
  people: withPlural(PEOPLES),
  place: [...[...places].filter(isPlace), ...STATES],
  vehicle: VEHICLES,
};
const lists = Object.entries(classes).map(([name, words]) => ({ name, words: [...new Set(words)].sort() }));
writeFileSync(
  OUT,
  `${JSON.stringify(
    { origin: ORIGIN, classes: Object.fromEntries(lists.map(({ name, words }) => [name, linesOf(words)])) },
    null,
    2,
  )}\n`,
);
process.stdout.write(`${OUT}: ${lists.map(({ name, words }) => `${words.length} of ${name}`).join(', ')}\n`);
