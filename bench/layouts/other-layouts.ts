import {
  escapeHtml,
  formatWhen,
  type Layout,
  type Letter,
  lines,
  longWhen,
  shortWhen,
  table,
} from './layout.ts';

const FIELDS = ['from', 'to', 'date', 'subject'] as const;
const SANS =
  'body { font: 10.5pt Arial, Helvetica, sans-serif; } .head th { text-align: left; padding-right: 1.5em; vertical-align: top; }';

/** `Tue, Jan 6, 2015 at 5:52 AM` */
function webWhen(when: Date): string {
  const day = formatWhen(when, 'en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
  return `${day} at ${formatWhen(when, 'en-US', { hour: 'numeric', minute: '2-digit' })}`;
}

/** Signs in front of every line, as plain text replies carry them. */
function marked(body: string): string {
  const set = body.split('\n').map((line) => escapeHtml(`> ${line}`.trimEnd()));
  return `<p>${set.join('<br>')}</p>`;
}

function attribution({ name, address, when }: Letter): string {
  return `<p>On ${webWhen(when)}, ${escapeHtml(`${name} <${address}>`)} wrote:</p>`;
}

export const OTHER_LAYOUTS: Layout[] = [
  {
    name: 'Gmail conversation',
    css: `${SANS} .from { display: flex; justify-content: space-between; } hr { border: 0; border-top: 1px solid #ccc; }`,
    breaks: false,
    quotes: false,
    head: ({ name, address, when, to, cc }) =>
      `<hr><div class="from"><b>${escapeHtml(`${name} <${address}>`)}</b><span>${webWhen(when)}</span></div>` +
      `<div>To: ${escapeHtml(to)}</div>${cc === '' ? '' : `<div>Cc: ${escapeHtml(cc)}</div>`}`,
    quoteHead: () => '',
    quoteFields: [],
  },
  {
    name: 'Gmail message, marks in front of quotations',
    css: SANS,
    breaks: true,
    quotes: true,
    head: ({ name, address, when, to, cc, subject }) =>
      table([
        ['From:', `${name} <${address}>`],
        ['To:', to],
        ['Cc:', cc],
        ['Date:', webWhen(when)],
        ['Subject:', subject],
      ]),
    quoteHead: attribution,
    quoteBody: marked,
    quoteFields: ['from', 'date'],
  },
  {
    name: 'GroupWise',
    css: 'body { font: 10pt "Courier New", "Liberation Mono", monospace; } .head th { text-align: left; padding-right: 2em; }',
    breaks: true,
    quotes: true,
    head: ({ name, when, to, cc, subject }) =>
      table([
        ['From:', name],
        ['To:', to],
        ['CC:', cc],
        ['Date:', shortWhen(when)],
        ['Subject:', subject],
      ]),
    quoteHead: ({ name, when }) => `<p>&gt;&gt;&gt; ${escapeHtml(name)} ${shortWhen(when)} &gt;&gt;&gt;</p>`,
    quoteFields: ['from', 'date'],
  },
  {
    name: 'Archive export with a message id',
    css: SANS,
    breaks: true,
    quotes: true,
    pageHead: 'Retention archive export',
    head: ({ message, name, address, when, to, cc, subject }) =>
      table([
        ['Message ID:', message.headers.message_id],
        ['From:', `${name} <${address}>`],
        ['To:', to],
        ['Cc:', cc],
        ['Subject:', subject],
        ['Date:', `${when.toISOString().slice(0, 19).replace('T', ' ')}`],
      ]),
    quoteHead: (letter) =>
      lines([
        ['From:', letter.name],
        ['Sent:', longWhen(letter.when)],
        ['To:', letter.to],
        ['Subject:', letter.subject],
      ]),
    quoteFields: FIELDS,
  },
  {
    name: 'BlackBerry, one face',
    css: 'body { font: 10pt Arial, sans-serif; } b { font-weight: normal; }',
    breaks: true,
    quotes: true,
    head: ({ name, when, to, cc, subject }) =>
      lines([
        ['From:', name],
        ['Sent:', longWhen(when)],
        ['To:', to],
        ['Cc:', cc],
        ['Subject:', subject],
      ]),
    quoteHead: ({ name, when, to, subject }) =>
      `<p>----- Original Message -----</p>${lines([
        ['From:', name],
        ['Sent:', longWhen(when)],
        ['To:', to],
        ['Subject:', subject],
      ])}`,
    quoteFields: FIELDS,
  },
  {
    name: 'Lotus Notes',
    css: `${SANS} .notes { display: grid; grid-template-columns: 40% auto 1fr; column-gap: 1em; } .notes .who { grid-row: 1 / span 5; }`,
    breaks: true,
    quotes: true,
    head: ({ name, when, to, cc, subject }) => notesHead(name, when, to, cc, subject),
    quoteHead: ({ name, when, to, subject }) =>
      `<p>-----${escapeHtml(name)} wrote: -----</p>${lines([
        ['To:', to],
        ['From:', name],
        [
          'Date:',
          `${formatWhen(when, 'en-US', { month: '2-digit', day: '2-digit', year: 'numeric' })} ${formatWhen(when, 'en-US', { hour: '2-digit', minute: '2-digit' })}`,
        ],
        ['Subject:', subject],
      ])}`,
    quoteFields: FIELDS,
  },
];

function notesHead(name: string, when: Date, to: string, cc: string, subject: string): string {
  const day = formatWhen(when, 'en-US', { month: '2-digit', day: '2-digit', year: 'numeric' });
  const clock = formatWhen(when, 'en-US', { hour: '2-digit', minute: '2-digit' });
  const cells = [
    ['To', to],
    ['cc', cc],
    ['bcc', ''],
    ['Subject', subject],
  ].map(([label = '', value = '']) => `<span>${label}</span><span>${escapeHtml(value)}</span>`);
  return `<div class="notes"><span class="who"><b>${escapeHtml(name)}</b><br>${day} ${clock}</span>${cells.join('')}</div><hr>`;
}
