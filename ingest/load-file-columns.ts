/** What the columns of a load file mean, by position; null where no heading says so. */
export type LoadColumns = Record<LoadRole, number | null>;

export type LoadRole =
  | 'begin'
  | 'end'
  | 'native'
  | 'text'
  | 'from'
  | 'to'
  | 'cc'
  | 'subject'
  | 'sentDate'
  | 'sentTime'
  | 'otherDate'
  | 'custodian'
  | 'family'
  | 'fileName'
  | 'messageId'
  | 'inReplyTo'
  | 'references';

/**
 * Headings that review programs give their columns, without case, signs and spaces, the usual ones first. They come from the
 * production formats that agencies prescribe (SEC, DOJ, FTC) and from programs' own defaults.
 */
const HEADINGS: Record<LoadRole, string> = {
  begin:
    'begbates begdoc begno batesbeg batesbegin beginbates begindoc beginno prodbeg prodbegin productionbegbates ' +
    'productionbegin firstbates startbates begincontrolnumber begbatesno bates batesnumber docid documentid controlnumber upi',
  end:
    'endbates enddoc endno batesend prodend productionendbates productionend lastbates stopbates endcontrolnumber endbatesno ' +
    'endingbates',
  native:
    'nativelink nativepath nativefile nativefilepath nativefilelink native doclink itempath filelink nativelocation',
  text:
    'textlink textpath textfile textfilepath extractedtext extractedtextpath ocrpath ocrtext ocrtextpath fulltext ' +
    'fulltextpath textprecedence text',
  from: 'from emailfrom sender author mailfrom',
  to: 'to emailto recipient recipients mailto',
  cc: 'cc emailcc copyee mailcc',
  subject: 'subject emailsubject mailsubject subjecttitle title',
  sentDate:
    'datesent sentdate emaildatesent emailsentdate datetimesent sentdatetime sent sentdatetimeutc maildate date',
  sentTime: 'timesent senttime emailtimesent emailsenttime',
  otherDate:
    'docdate documentdate masterdate datecreated creationdate createdate datelastmod datelastmodified modifieddate datemodified ' +
    'datereceived receiveddate',
  custodian: 'custodian custodians custodianname allcustodians sourcecustodian',
  family:
    'begattach attachbegin begattachment parentid parentbates parentdoc groupid familyid attachmentparent begfamily',
  fileName: 'filename originalfilename docname documentname file',
  messageId: 'messageid internetmessageid emailmessageid',
  inReplyTo: 'inreplyto inreplytoid',
  references: 'references conversationreferences',
};

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The roles that a load file's headings name; the usual heading of a role comes before the others. */
export function loadColumns(headings: string[]): LoadColumns {
  const names = headings.map(plain);
  const find = (role: LoadRole) => {
    const known = HEADINGS[role].split(' ').find((heading) => names.includes(heading));
    return known === undefined ? null : names.indexOf(known);
  };
  return Object.fromEntries(
    (Object.keys(HEADINGS) as LoadRole[]).map((role) => [role, find(role)]),
  ) as LoadColumns;
}

/** Headings that only a load file has: the places of files beside it. */
const LINKS = /^(?:native|text|extractedtext|ocr(?:text)?)(?:file)?(?:link|path)$/;

/** True for the headings of a table that lists a production's records and where their files lie. */
export function isLoadFile(headings: string[]): boolean {
  const { begin } = loadColumns(headings);
  return begin !== null && headings.some((heading) => LINKS.test(plain(heading)));
}
