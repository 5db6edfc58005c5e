import type { Exchange } from '../classify/index.ts';
import type { AuditReport } from './audit.ts';
import { type ExportInput, type FlatTable, flatTables } from './export-tables.ts';
import type { Mask } from './mask.ts';
import { maskRecord } from './mask-record.ts';

/**
 * The exported tables for the public, masked. Every row and every number is that of the working tables; words of records
 * are those that the masked `audit` prints. Messages and pages have no table here: their texts are in the editions.
 */
export function publicTables(input: ExportInput, audit: AuditReport, mask: Mask): FlatTable[] {
  const printed = new Map(audit.contacts.map(({ exchange }) => [exchange.exchange_id, exchange]));
  const masked = (exchange: Exchange): Exchange =>
    printed.get(exchange.exchange_id) ?? maskRecord(exchange, mask);
  return flatTables({
    ...input,
    files: maskRecord(input.files, mask),
    exchanges: input.exchanges.map(masked),
    findings: maskRecord(input.findings, mask),
    claim_checks: maskRecord(input.claim_checks, mask),
  });
}
