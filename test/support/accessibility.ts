import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A rule that is broken, and by which elements. */
type Violation = [rule: string, ...elements: string[]];

/**
 * What keeps people from using a page as it is now.
 * @param without names of rules that the page breaks on purpose
 */
export async function violations(
	page: Page,
	without: readonly string[] = [],
): Promise<Violation[]> {
	await page.evaluate(axe.source);
	const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
	return await page.evaluate(`axe.run(document, ${JSON.stringify({ rules })}).then((result) =>
		result.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))]))`);
}
