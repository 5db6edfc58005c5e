import type { AuditReport } from './audit.ts';
import { REPLY_STEPS } from './build-replies.ts';
import { count, duration, plural } from './labels.ts';
import type { Plot } from './plot.ts';
import { barPanels } from './plot-bars.ts';

export const REPLY_BY: Record<'police' | 'authority', string> = {
  police: 'Police answer the authority',
  authority: 'The authority answers police',
};

/** `to 15 min`, `to 1 h` … `longer`, one for each class of `ReplyTimes.steps`. */
export const STEP_NAMES: readonly string[] = [
  ...REPLY_STEPS.map((minutes) => `within ${duration(minutes)}`),
  'longer',
];

/** How long either side took to answer the other. Null where no time is known. */
export function plotReplies({ correspondence }: AuditReport): Plot | null {
  const known = correspondence.times.filter(({ replies }) => replies.length > 0);
  if (known.length === 0) return null;
  const panels = known.map(({ by, steps, replies, median }) => ({
    title: REPLY_BY[by],
    subtitle: `${plural(replies.length, 'answer')}, median ${duration(median ?? 0)}`,
    bars: steps.map((value, i) => ({ name: STEP_NAMES[i] ?? '', value, text: count(value) })),
  }));
  const words = panels.map(
    ({ title, subtitle, bars }) =>
      `${title}, ${subtitle}: ${bars.map(({ name, text }) => `${name} ${text}`).join(', ')}`,
  );
  return {
    name: 'replies',
    title: 'Time until the other side’s answer',
    description: `Answers by the time they took. ${words.join('. ')}.`,
    size: (width, style) => barPanels(panels, width, style),
  };
}
