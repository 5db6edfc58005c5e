import type { SampleSection } from './build-sample.ts';
import type { Estimate } from './exact-interval.ts';

/** One number that the sample gives, as tables hold it. */
export interface SampleRow {
  sample: number;
  /** `error`, `precision`, `recall`, `estimated_number`, `elusion`, `agreement` or `kappa`. */
  quantity: string;
  /** The stratum, verdict or reading that it is of. */
  of: string;
  /** Units that it speaks of, those drawn and those coded among them; null where that has no meaning. */
  population: number | null;
  drawn: number | null;
  coded: number | null;
  /** Coded otherwise, or agreed on; null where nothing was counted. */
  hits: number | null;
  /** Null where people have not coded enough. */
  value: number | null;
  low: number | null;
  high: number | null;
}

function numbers(estimate: Estimate | null): Pick<SampleRow, 'value' | 'low' | 'high'> {
  return estimate ?? { value: null, low: null, high: null };
}

/** Every number of the section, a row each: what CSV, workbook and database hold. None where nobody has coded. */
export function sampleRows(section: SampleSection | null): SampleRow[] {
  if (section === null || section.coded === 0) return [];
  const { sample, strata, measures, agreement, set_aside } = section;
  const empty = { sample, population: null, drawn: null, coded: null, hits: null };
  const rows: SampleRow[] = strata.map(({ stratum, population, drawn, coded, otherwise, error }) => ({
    sample,
    quantity: 'error',
    of: stratum,
    population,
    drawn,
    coded,
    hits: otherwise,
    ...numbers(error),
  }));
  for (const { name, counted, precision, recall, total, elusion } of measures) {
    rows.push({ ...empty, quantity: 'precision', of: name, population: counted, ...numbers(precision) });
    rows.push({ ...empty, quantity: 'recall', of: name, ...numbers(recall) });
    rows.push({ ...empty, quantity: 'estimated_number', of: name, ...numbers(total) });
    if (name === 'contact')
      rows.push({
        ...empty,
        quantity: 'elusion',
        of: name,
        population: set_aside,
        ...numbers(elusion),
      });
  }
  if (agreement !== null) {
    const { units, agreed, share, kappa } = agreement;
    const both = { ...empty, of: 'coders', coded: units, hits: agreed };
    rows.push({ ...both, quantity: 'agreement', ...numbers(share) });
    rows.push({ ...both, quantity: 'kappa', ...numbers(kappa) });
  }
  return rows;
}
