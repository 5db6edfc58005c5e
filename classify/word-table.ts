import { isPersonWord, numberTold } from './count-persons.ts';
import { type CueLexicon, type Phrases, phrasesFrom } from './cue-lexicon.ts';
import { indexWords, type Misreading, misreadingOf, type WordIndex } from './misread-words.ts';
import { type Abbreviations, wordOf } from './stem.ts';
import { beginsPiece, isDenial, isOnePerson, isSupposition } from './surroundings.ts';
import { type ClassIndex, classOf, isProper } from './word-classes.ts';

/** What is known of a token of a text, looked up once for all that read it. */
export interface Word {
  /** Number of the token itself. */
  token: number;
  /** Number of its stem or shape, or of its class, under which it counts. */
  stem: number;
  /** False for a word of a class, whose letters count for nothing. */
  hasRuns: boolean;
  /** The phrases of the lexicon that may begin with it; null for none. */
  phrases: Phrases | null;
  /** The number it tells, from two on ("two", "12"); 0 where it tells none. */
  told: number;
  /** True for a word for people ("males", "suspects"). */
  people: boolean;
  /** True for a word for one person ("he", "inmate"). */
  person: boolean;
  /** True for a word that denies what stands behind it ("no", "wasn't"). */
  denies: boolean;
  /** True for a word for what may not have come about ("would", "whether"). */
  supposes: boolean;
  /** True for a word with which a piece of a clause begins ("but"). */
  begins: boolean;
  /** True for what has a question mark. */
  asks: boolean;
  /** The word of which it is a misreading; null where it is none. */
  misreading: Misreading | null;
}

/**
 * Tokens a table holds before another one takes its place, so that a million pages of noise do not fill memory: twice those of
 * the labelled items, in some 50 MB.
 */
const MOST = 100_000;

/** Characters by which a token counts; what is longer is a picture or a key written as letters. */
export const TOKEN_LENGTH = 200;

/**
 * Words by number. A text is made of numbers after its tokens have been looked up here once; features are found by numbers,
 * and spelled only where people or training want to read them.
 */
export class WordTable {
  readonly cues: CueLexicon;
  readonly abbreviations: Abbreviations;
  readonly spelling: WordIndex;
  readonly classes: ClassIndex;
  readonly #words = new Map<string, Word>();
  readonly #stems = new Map<string, number>();
  readonly #spellings: string[] = [];
  /** Number of `<name>`, which stands for the words of a cue, by cue. */
  readonly cueClasses: Int32Array;

  constructor(
    cues: CueLexicon,
    abbreviations: Abbreviations = new Map(),
    spelling: WordIndex = indexWords({ frequent: [], other: [], deciding: [] }),
    classes: ClassIndex = new Map(),
  ) {
    this.cues = cues;
    this.abbreviations = abbreviations;
    this.spelling = spelling;
    this.classes = classes;
    this.cueClasses = Int32Array.from(cues.names, (name) => this.numberOf(`<${name}>`));
  }

  get full(): boolean {
    return this.#words.size >= MOST;
  }

  /** Looks a token up; what is not known yet is entered. */
  look(given: string): Word {
    const cut = given.length > TOKEN_LENGTH ? given.slice(0, TOKEN_LENGTH) : given;
    let word = this.#words.get(cut);
    if (word === undefined) {
      // A copy: a piece of a text would hold on to all of it for as long as the table lives.
      const token = Buffer.from(cut, 'utf16le').toString('utf16le');
      const named = classOf(token, this.classes);
      word = {
        token: this.#words.size,
        stem: this.numberOf(named ?? wordOf(token, this.abbreviations)),
        hasRuns: named === null,
        phrases: phrasesFrom(token, this.cues, isProper(named)),
        told: numberTold(token),
        people: isPersonWord(token),
        person: isOnePerson(token),
        denies: isDenial(token),
        supposes: isSupposition(token),
        begins: beginsPiece(token),
        asks: token.includes('?'),
        misreading: misreadingOf(token, this.spelling),
      };
      this.#words.set(token, word);
    }
    return word;
  }

  /** Number of a stem or shape. */
  numberOf(spelling: string): number {
    let number = this.#stems.get(spelling);
    if (number === undefined) {
      number = this.#spellings.length;
      this.#stems.set(spelling, number);
      this.#spellings.push(spelling);
    }
    return number;
  }

  /** The stem or shape of a number. */
  spell(number: number): string {
    return this.#spellings[number] ?? '';
  }
}
