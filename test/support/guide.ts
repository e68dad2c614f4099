import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Pages from zero to the first mail, by the slug of their vendor. */
export const guidePath = (slug: string): string =>
	path.join(__dirname, '..', '..', 'docs', 'first-mail', `${slug}.md`);

/** What a page of `docs/first-mail/` shows in bold: the words of n8n's screen that its reader looks for. */
export function labelsOf(slug: string): string[] {
	const [, steps = ''] = readFileSync(guidePath(slug), 'utf8').split(/^## .*ten steps$/m);
	const bold = [...steps.matchAll(/\*\*(.+?)\*\*/g)].map(([, label = '']) => label);
	return [...new Set(bold)];
}
