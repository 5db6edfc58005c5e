/** The reader that takes a file; `none` where there is none yet. */
export type FormatKind =
  | 'pdf'
  | 'mbox'
  | 'eml'
  | 'emlx'
  | 'zip'
  | 'docx'
  | 'html'
  | 'csv'
  | 'text'
  | 'msg'
  | 'pst'
  | 'tnef'
  | 'cms'
  | 'ics'
  | 'vcf'
  | 'sheet'
  | 'ole'
  | 'pptx'
  | 'odf'
  | 'xml'
  | 'rtf'
  | 'doc'
  | 'ppt'
  | 'tar'
  | 'gzip'
  | 'archive'
  | 'load-file'
  | 'locked-office'
  | 'opticon'
  | 'image'
  | 'empty'
  | 'none';

export interface Format {
  kind: FormatKind;
  /** IANA name, or a widely used `application/x-` one where IANA has none. */
  media_type: string;
  /** What it is, in words for the ledger: "an Outlook message". */
  name: string;
  /** It cannot be read without a key or a password. */
  locked?: boolean;
  /** Of text formats: the encoding found, by its iconv name. */
  encoding?: string;
  /** The encoding was guessed from the frequency of bytes. */
  guessed?: boolean;
}
