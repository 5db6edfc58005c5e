import type { AuditReport } from './audit.ts';
import { type Flow, flowName, type ReplyTimes } from './build-replies.ts';
import { type Html, html } from './html.ts';
import { count, duration, plural, showDate } from './labels.ts';
import { plotReplies, REPLY_BY, STEP_NAMES } from './plot-replies.ts';
import { contactLink, filterLink, type Links, scrollBox } from './render-html-parts.ts';
import { renderPlot } from './render-html-plot.ts';

/** Replies that are listed one by one for each side, fastest first; the plot counts all. */
const MOST_LISTED = 300;

const SIDES: Record<Flow['from'], string> = {
  police: 'Local police',
  authority: 'Immigration authority',
  other: 'Others',
  unknown: 'Not known',
};

function flowTable(flows: readonly Flow[]): Html {
  return html`<table class="numbers" id="flows"><caption>Who wrote to whom</caption><thead><tr><th scope="col">From</th><th scope="col" class="words">To</th><th scope="col">Messages</th><th scope="col">In contacts</th></tr></thead><tbody>${flows.map(
    (flow) => {
      const filter = `flow=${flowName(flow)}`;
      return html`<tr><th scope="row">${SIDES[flow.from]}</th><td class="words">${SIDES[flow.to]}</td><td>${filterLink(flow.messages, filter)}</td><td>${filterLink(flow.contacts, filter)}</td></tr>
`;
    },
  )}</tbody></table>`;
}

function minutes(value: number | null): string {
  return value === null ? 'not known' : duration(value);
}

function timesTable(times: readonly ReplyTimes[]): Html {
  return scrollBox(
    'Reply times',
    html`<table class="numbers" id="reply-times"><caption>Time until the other side’s answer</caption><thead><tr><th scope="col">Who answers</th><th scope="col">Answers</th><th scope="col">First quartile</th><th scope="col">Median</th><th scope="col">Third quartile</th></tr></thead><tbody>${times.map(
      ({ by, replies, first_quartile, median, third_quartile }) =>
        html`<tr><th scope="row">${REPLY_BY[by]}</th><td>${replies.length === 0 ? '0' : html`<a href="#replies-${by}">${count(replies.length)}</a>`}</td><td>${minutes(first_quartile)}</td><td>${minutes(median)}</td><td>${minutes(third_quartile)}</td></tr>
`,
    )}</tbody></table>`,
  );
}

function stepTable(times: readonly ReplyTimes[]): Html {
  return html`<table class="numbers"><thead><tr><th scope="col">Time</th>${times.map(({ by }) => html`<th scope="col">${REPLY_BY[by]}</th>`)}</tr></thead><tbody>${STEP_NAMES.map(
    (name, i) =>
      html`<tr><th scope="row">${name}</th>${times.map(({ steps }) => html`<td>${count(steps[i] ?? 0)}</td>`)}</tr>
`,
  )}</tbody></table>`;
}

function replyList({ by, replies }: ReplyTimes, links: Links): Html {
  if (replies.length === 0) return html``;
  const listed = replies.slice(0, MOST_LISTED);
  const left = replies.length - listed.length;
  return html`<details class="list"><summary>${REPLY_BY[by]}: ${plural(replies.length, 'answer')}, fastest first</summary><div id="replies-${by}"><ol class="columns">${listed.map(
    ({ number, date, minutes: value }) =>
      html`<li>${duration(value)}, ${contactLink(number, links)}, ${showDate(date)}</li>
`,
  )}</ol>${left > 0 ? html`<p class="note">${count(left)} slower ones are not listed.</p>` : null}</div></details>`;
}

/** Who wrote to whom in the contacts, and how long either side took to answer. */
export function renderCorrespondence(report: AuditReport, links: Links): Html {
  const { flows, times, messages } = report.correspondence;
  if (messages === 0) return html``;
  const known = times.reduce((sum, { replies }) => sum + replies.length, 0);
  return html`<section id="correspondence" aria-labelledby="correspondence-title">
<h2 id="correspondence-title">Who wrote to whom</h2>
<p class="note">${plural(messages, 'message')} of the contacts, each once. A message to two sides is counted under both. A number shows the contacts in which such messages stand.</p>
${scrollBox('Who wrote to whom', flowTable(flows))}
<h3>How fast answers came</h3>
${
  known === 0
    ? html`<p>Of no answer is it known which message it answers, who wrote both and at what time.</p>`
    : html`${timesTable(times)}
${renderPlot(plotReplies(report), html`Answers by the time they took, each class without the ones before. Both panels have one scale.`, stepTable(times))}
${times.map((one) => replyList(one, links))}`
}
<p class="note">Measured only where an answer and the message it answers are linked by the records, are by different sides, and both carry a time of day: with a zone on both, or on neither, so that one clock is compared with itself. Nights and days off are not taken away. Half of the answers came within the median, a quarter within the first quartile.</p>
</section>`;
}
