import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LINDEN_GROVE = join(__dirname, '../../fixtures/linden-grove/release');

/** One year of the sample release, its mbox, and some single mails: small, but with work for every stage. */
export function makeRelease(folder: string, mails = 0): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ['2017.pdf', 'late-2017.mbox']) cpSync(join(LINDEN_GROVE, name), join(folder, name));
  for (let number = 1; number <= mails; number += 1) {
    const day = String((number % 28) + 1).padStart(2, '0');
    const mail = [
      'From: "Petrick, Dana" <dpetrick@lgpd.lindengrove.example>',
      'To: "Aldous, Finn" <finn.aldous@ice.dhs.example>',
      `Date: Mon, ${day} May 2017 09:${String(number % 60).padStart(2, '0')}:00 -0500`,
      `Subject: booking ${number}`,
      `Message-ID: <${number}@lgpd.lindengrove.example>`,
      '',
      `Number ${number}: booked on a DUI last night, can you check his status?`,
      '',
    ];
    writeFileSync(join(folder, `mail-${number}.eml`), mail.join('\n'));
  }
  return folder;
}
