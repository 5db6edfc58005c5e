/**
 * Peak memory of a run over a large mailbox and over a long PDF, both made here, and whether it stays under 1 GB; ends with
 * 1 where it does not. `--attachment` says how large the attachment of a message is: small ones make a mailbox of many
 * messages. Linux only: the system counts the memory.
 *
 *     npm run measure:memory -- [--mbox <MiB>] [--attachment <KiB>] [--pages <n>]
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** The command that was built with this file. */
const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const MIB = 1024 * 1024;
/** What a run may take: 1 GB. */
const MOST_MIB = 1e9 / MIB;
/** Share of a department's mailbox that is attachments; the rest is headers and words. */
const ATTACHED = 0.95;
const SENTENCE =
  'We had a subject in the holding cell last night and I asked whether anybody wanted to speak with him. ';
/** One message in so many is about a contact, as in a department's whole mailbox. */
const CONTACT_EVERY = 50;
const OTHER =
  'The shift meeting is moved to nine and the training room is booked for the whole morning after it. ';
const LOOK_MS = 100;

function option(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

/** `attached` is the length of the attachment as it is written in the mailbox, in bytes. */
function message(number: number, attached: number): string {
  const contact = number % CONTACT_EVERY === 0;
  const sentence = contact ? SENTENCE : OTHER;
  const words = sentence.repeat(Math.round((attached * (1 / ATTACHED - 1)) / sentence.length));
  const packed = randomBytes(Math.round(attached * 0.73))
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');
  return [
    'From pat@pd.example Mon Jun  1 10:00:00 2015',
    `From: Officer ${number % 400} <officer${number % 400}@pd.example>`,
    contact ? 'To: Field Office <duty@ice.dhs.example>' : 'To: Watch Desk <watch@pd.example>',
    `Date: Mon, 1 Jun 2015 10:${String(number % 60).padStart(2, '0')}:00 -0500`,
    `Subject: booking ${number}`,
    `Message-ID: <${number}@pd.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `Number ${number}. ${words}`,
    '--b',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename="picture-${number}.bin"`,
    'Content-Transfer-Encoding: base64',
    '',
    packed,
    '--b--',
    '',
    '',
  ].join('\r\n');
}

async function writeMbox(path: string, mib: number, attached: number): Promise<void> {
  const file = createWriteStream(path);
  let written = 0;
  for (let number = 1; written < mib * MIB; number += 1) {
    const text = message(number, attached);
    written += text.length;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

/** Pages of printed mail, each with a picture of its own: releases of this length are mostly scans and prints. */
async function writePdf(path: string, pages: number): Promise<void> {
  const pdf = new PDFDocument({ autoFirstPage: false, compress: false });
  const file = createWriteStream(path);
  pdf.pipe(file);
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage().fontSize(11);
    pdf.text(`From: Officer ${page % 400} <officer${page % 400}@pd.example>`);
    const contact = page % CONTACT_EVERY === 0;
    pdf.text(contact ? 'To: Field Office <duty@ice.dhs.example>' : 'To: Watch Desk <watch@pd.example>');
    pdf.text(`Sent: Monday, June 1, 2015 10:${String(page % 60).padStart(2, '0')} AM`);
    pdf.text(`Subject: booking ${page}`);
    pdf.moveDown().text(`Number ${page}. ${(contact ? SENTENCE : OTHER).repeat(20)}`);
    // Lines that are drawn and not said: they give the page the weight of one with a picture.
    pdf.moveTo(72, 600);
    for (let step = 0; step < 1500; step += 1) pdf.lineTo(72 + (step % 400), 600 + ((step * 7) % 90));
    pdf.stroke();
  }
  pdf.end();
  await finished(file);
}

/** Runs the built command over one file; the most memory that its process had, in MiB. */
function peakOf(
  path: string,
  caseFolder: string,
): Promise<{ mib: number; seconds: number; status: number | null }> {
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN, 'run', path, '--case', caseFolder, '--no-ocr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let mib = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      mib = Math.max(mib, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, LOOK_MS);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearInterval(timer);
      resolve({ mib, seconds: (performance.now() - start) / 1000, status });
    });
  });
}

const work = mkdtempSync(join(tmpdir(), 'contact-audit-memory-'));
try {
  mkdirSync(join(work, 'cases'));
  const mbox = option('--mbox', 2048);
  const attached = option('--attachment', 300);
  const pages = option('--pages', 2000);
  const tasks: [string, string, (path: string) => Promise<void>][] = [
    [`a mailbox of ${mbox} MiB`, 'box.mbox', (path) => writeMbox(path, mbox, attached * 1024)],
    [`a PDF of ${pages} pages`, 'long.pdf', (path) => writePdf(path, pages)],
  ];
  for (const [label, name, write] of tasks) {
    if ((name === 'box.mbox' ? mbox : pages) === 0) continue;
    const path = join(work, name);
    await write(path);
    const size = Math.round(statSync(path).size / MIB);
    const { mib, seconds, status } = await peakOf(path, join(work, 'cases', name));
    const held = mib <= MOST_MIB && status === 0;
    if (!held) process.exitCode = 1;
    process.stdout.write(
      `${label} (${size} MiB): peak ${Math.round(mib)} MiB in ${Math.round(seconds)} s, ended with ${status}: ` +
        `${held ? 'under' : 'NOT under'} 1 GB (${Math.floor(MOST_MIB)} MiB)\n`,
    );
    rmSync(path);
    rmSync(join(work, 'cases', name), { recursive: true, force: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
