import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What keeps people from using a page as it is now: the rule that is broken, and by which elements. */
export async function violations(
	page: Page,
): Promise<Array<[rule: string, ...elements: string[]]>> {
	await page.evaluate(axe.source);
	return await page.evaluate(`axe.run(document).then(({ violations }) =>
		violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))]))`);
}
