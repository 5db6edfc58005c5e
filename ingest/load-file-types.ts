/** Media types of the lists that come with a production; IANA has none for them. */
export const LOAD_FILE = 'application/x-load-file';
export const OPTICON = 'application/x-opticon';
