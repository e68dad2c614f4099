import type { CredentialInput } from '../../runtime/rest';
import { mark } from './editor';
import type { Walker } from './walker';

/** What differs by vendor on the way to the first run of an action node. */
export interface FirstAction {
	/** What is typed into the search of the nodes panel. */
	word: string;
	/** What is chosen there, then its action. */
	choices: [service: string, action: string];
	/** The credential that is there already, and chosen by n8n as the only one of its type. */
	credential: Pick<CredentialInput, 'type' | 'data'>;
	/** Fields of the form by their labels, as somebody fills them in at first. */
	fields: Record<string, string>;
	/** A field that is added. */
	added?: string;
	/** One that somebody gets wrong, what is said of it, and the right value. */
	wrong: { label: string; value: string; refusal: string; right: string };
	/** The label of a field whose value is chosen from the list, and the entry; also of one that was added. */
	chosen?: [label: string, entry: RegExp];
	/** What the service shows then. */
	shown: string;
}

/** All labels that the walk looks for. */
export function labelsOf({ choices, fields, added, wrong, chosen }: FirstAction): string[] {
	const more = [
		...(added === undefined ? [] : [added, 'Add Field']),
		...(chosen ? [chosen[0]] : []),
	];
	return ['New workflow', ...choices, ...Object.keys(fields), ...more, wrong.label, 'Execute step'];
}

/** Finds a node by a word, fills it in, reads what is wrong, and runs it. */
export async function walkToFirstAction(
	walker: Walker,
	action: FirstAction,
	url: string,
): Promise<void> {
	const { page } = walker;
	const output = page.locator(mark('output-panel'));
	await page.goto(url);
	await page.click(mark('universal-add'));
	await walker.click('New workflow');
	await page.click(mark('canvas-plus-button'));
	await walker.search(action.word);
	await walker.click(action.choices[0]);
	await page.getByText(/^Actions \(\d+\)/).click();
	await walker.click(action.choices[1]);

	await page.locator(mark('ndv')).waitFor();
	const { wrong, chosen, added } = action;
	for (const [label, value] of Object.entries(action.fields)) await walker.fill(label, value);
	if (added !== undefined) await add(walker, added);
	if (chosen) await walker.choose(...chosen);
	await walker.fill(wrong.label, wrong.value);
	await walker.click('Execute step');
	await output.locator(mark('node-error-message')).getByText(wrong.refusal).waitFor();
	await walker.fill(wrong.label, wrong.right);
	await walker.click('Execute step');
	// An error has an item as well, but no other views.
	await output.getByText('JSON', { exact: true }).waitFor();
}

/** Adds a field to the group that is there. */
async function add(walker: Walker, label: string): Promise<void> {
	await walker.click('Add Field');
	await walker.click(label);
}
