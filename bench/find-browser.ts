import { existsSync } from 'node:fs';

/** Where Debian, Fedora, Chrome's own package and macOS put it. */
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser of the Chromium family on this machine, or the one that `CHROMIUM` names; undefined where there is none. */
export function findBrowser(): string | undefined {
  return process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
}
