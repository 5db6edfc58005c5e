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
const CSS = `body { font: 11pt Carlito, Calibri, Arial, sans-serif; } .head th { text-align: left; padding-right: 2em; vertical-align: top; }
.owner { font-weight: bold; border-bottom: 2pt solid black; }`;

function rows({ name, address, when, to, cc, subject }: Letter): [string, string][] {
  return [
    ['From:', `${name} <${address}>`],
    ['Sent:', longWhen(when)],
    ['To:', to],
    ['Cc:', cc],
    ['Subject:', subject],
  ];
}

/** The same labels and dates in another language. */
function localised(name: string, labels: string[], locale: string): Layout {
  const set = ({ name: from, address, when, to, cc, subject }: Letter): [string, string][] => {
    const day = formatWhen(when, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    const values = [
      `${from} <${address}>`,
      `${day} ${formatWhen(when, locale, { hour: '2-digit', minute: '2-digit', hour12: false })}`,
      to,
      cc,
      subject,
    ];
    return labels.map((label, i) => [label, values[i] ?? '']);
  };
  return {
    name,
    css: CSS,
    breaks: true,
    quotes: true,
    head: (letter) => table(set(letter)),
    quoteHead: (letter) => lines(set(letter)),
    quoteFields: FIELDS,
  };
}

const classic: Layout = {
  name: 'Outlook, owner above a rule',
  css: CSS,
  breaks: true,
  quotes: true,
  head: (letter) => `<p class="owner">Records, FOIA</p>${table(rows(letter))}`,
  quoteHead: (letter) => lines(rows(letter)),
  quoteFields: FIELDS,
};

export const OUTLOOK_LAYOUTS: Layout[] = [
  classic,
  { ...classic, name: 'Memo style, no page breaks', breaks: false },
  {
    ...classic,
    name: 'Outlook, heads in running text',
    head: (letter) => lines(rows(letter)),
    quoteHead: (letter) => `<p>-----Original Message-----</p>${lines(rows(letter))}`,
  },
  {
    ...classic,
    name: 'Outlook, heads in running text, no page breaks',
    breaks: false,
    head: (letter) => `<br><br>${lines(rows(letter))}`,
    quoteHead: (letter) => `<p>________________________________</p>${lines(rows(letter))}`,
  },
  {
    ...classic,
    name: 'Outlook, new',
    head: (letter) =>
      `<h3>Outlook</h3><hr><h2>${escapeHtml(letter.subject)}</h2>${table([
        ['From', `${letter.name} <${letter.address}>`],
        ['Date', `${formatWhen(letter.when, 'en-US', { weekday: 'short' })} ${shortWhen(letter.when)}`],
        ['To', letter.to],
        ['Cc', letter.cc],
      ])}`,
    quoteHead: (letter) => `<hr>${lines(rows(letter))}`,
  },
  {
    ...classic,
    name: 'Outlook for Mac',
    head: ({ name, address, when, to, cc, subject }) => {
      const day = formatWhen(when, 'en-US', {
        weekday: 'long',
        month: 'long',
        day: 'numeric',
        year: 'numeric',
      });
      const clock = formatWhen(when, 'en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' });
      return table([
        ['Subject:', subject],
        ['Date:', `${day} at ${clock} Central Standard Time`],
        ['From:', `${name} <${address}>`],
        ['To:', to],
        ['CC:', cc],
      ]);
    },
    quoteHead: ({ name, address, when, to, cc, subject }) =>
      lines([
        ['From:', `${name} <${address}>`],
        ['Date:', longWhen(when).replace(/ (?=\d+:)/, ' at ')],
        ['To:', to],
        ['Cc:', cc],
        ['Subject:', subject],
      ]),
  },
  {
    ...classic,
    name: 'Outlook, sender blacked out',
    sender: false,
    head: (letter) => table([['From:', '(b)(6), (b)(7)(C)'], ...rows(letter).slice(1)]),
    quoteHead: (letter) => lines([['From:', '(b)(6), (b)(7)(C)'], ...rows(letter).slice(1)]),
  },
  localised('Outlook, Spanish', ['De:', 'Enviado el:', 'Para:', 'CC:', 'Asunto:'], 'es'),
  localised('Outlook, French', ['De :', 'Envoyé :', 'À :', 'Cc :', 'Objet :'], 'fr'),
];
