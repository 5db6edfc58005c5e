/** Where something stands in a user's file. Lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A file of rules or claims that cannot be used: one clear line, with the place. */
export class PolicyFileError extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(`${place.file}:${place.line}:${place.column}: ${message}`);
    this.name = 'PolicyFileError';
    this.place = place;
  }
}
