import { fieldValue, type HeaderBlock, hasField } from './headers-block.ts';
import { normalizeDate } from './normalize-date.ts';

/**
 * True where labelled lines are the head of a message: a sender with a time, or with a recipient and a subject; or, where
 * the sender's line is lost, a time that reads as one with recipient and subject. Forms and notes share single labels with
 * mail ("Date:", "To:", "Subject:"), hardly these combinations.
 */
export function isMailHead(block: HeaderBlock): boolean {
  const date = fieldValue(block, 'date');
  const dated = normalizeDate(date) !== null;
  const sender = hasField(block, 'from');
  const to = hasField(block, 'to');
  const subject = hasField(block, 'subject');
  const exact = block.fields.filter((entry) => entry.value !== '').length;
  if (exact === 0) return false;
  if (sender && dated) return true;
  if (sender && to && subject) return true;
  if (sender && hasField(block, 'date') && (subject || to)) return true;
  return dated && to && subject;
}
