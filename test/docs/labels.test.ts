import { labelsOf } from '../support/guide';
import { VENDORS } from '../support/vendors';
import { DOCUMENTS, read } from './documents';

/** What n8n's editor was said to show, and n8n 2.41 does not, with the words that it shows. */
const OUTDATED: Array<[words: RegExp, shown: string]> = [
	[/Credential to connect with/i, 'Credential'],
	[/Create new credential/i, 'Connect to …'],
	[/Listen for (a )?test event/i, 'Execute step'],
	[/(?<!in n8n 1: _)Import from file/i, 'Import, then From file'],
	[/\bactivate (the|a|this|your) workflow/i, 'Publish'],
	[/Copy to editor/i, 'what only a registered n8n has'],
];

it.each(DOCUMENTS)('%s names what n8n shows', (document) => {
	const found = OUTDATED.filter(([words]) => words.test(read(document)));
	expect(found).toEqual([]);
});

it.each(VENDORS)(
	'The way to the first mail of $name has labels that a walk looks for',
	(vendor) => {
		expect(labelsOf(vendor.slug)).toEqual(
			expect.arrayContaining([vendor.name, 'Execute step', 'Publish', 'Workflow published']),
		);
	},
);
