import { type ESLint, Linter } from 'eslint';
import type { INodeProperties } from 'n8n-workflow';
import tseslint from 'typescript-eslint';

import { VENDORS } from '../support/vendors';

/** n8n's rules, which come without types. */
const plugin = jest.requireActual<ESLint.Plugin>('eslint-plugin-n8n-nodes-base');

/**
 * The order of options, which here may be the vendor's; what n8n's own gate leaves out, too; and a rule
 * that knows no word with a hyphen.
 */
const LEFT_OUT =
	/-unsorted-items$|^node-param-type-options-max-value-present$|-option-action-miscased$/;

const rules = Object.keys(plugin.rules ?? {}).filter(
	(name) => name.startsWith('node-param-') && !LEFT_OUT.test(name),
);

/** As it would be written out by hand. The rules read only that, and no field that a function makes. */
function written(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(written).join(',\n')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const name = (key: string) => (/^\w+$/.test(key) ? key : JSON.stringify(key));
	const entries = Object.entries(value).map(([key, inner]) => `${name(key)}: ${written(inner)}`);
	return `{ ${entries.join(',\n')} }`;
}

/** What n8n's rules say about properties. */
function complaintsAbout(properties: readonly INodeProperties[]): string[] {
	const source = `export const properties: INodeProperties[] = ${written(properties)};`;
	const lines = source.split('\n');
	const messages = new Linter().verify(
		source,
		[
			{
				files: ['**/*.ts'],
				plugins: { n8n: plugin },
				rules: Object.fromEntries(rules.map((name) => [`n8n/${name}`, 'error'])),
				languageOptions: { parser: tseslint.parser as Linter.Parser },
			},
		],
		{ filename: 'properties.ts' },
	);
	return messages.map(({ message, line }) => `${message}: ${lines[line - 1] ?? ''}`);
}

it.each(VENDORS.flatMap(({ action, trigger }) => [action, trigger]))(
	"keeps n8n's rules for labels and texts in the fields of $description.displayName",
	({ description }) => {
		expect(complaintsAbout(description.properties)).toEqual([]);
	},
);

it('would hear of a text that breaks them', () => {
	const properties: INodeProperties[] = [
		{
			displayName: 'Is Gift',
			name: 'isGift',
			type: 'boolean',
			default: false,
			description: 'To wrap it.',
		},
	];
	expect(complaintsAbout(properties)).toEqual([
		`Start with 'Whether' [non-autofixable]: description: "To wrap it." }];`,
		`Remove final period [autofixable]: description: "To wrap it." }];`,
	]);
});
