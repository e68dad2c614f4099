import { type INode, NodeApiError } from 'n8n-workflow';

import { type BatchWording, batchWords } from '../../../../nodes/shared/action/batchWords';
import type { ItemError } from '../../../../nodes/shared/action/operation';
import { partly } from '../../../support/mock';

const errorWith = (message: string, description = '') =>
	new NodeApiError(partly<INode>({ name: 'Test' }), {}, { message, description });

const wordsFor = (wording: Partial<BatchWording>) =>
	batchWords(
		{ error: ({ message, description }) => errorWith(message, description) },
		{
			vendor: 'Acme',
			thing: 'parcel',
			done: 'created',
			lookUp: 'by its barcode',
			...wording,
		},
	);

const textsOf = ({ message, description }: ItemError) => [message, description];

const last = errorWith('The connection broke');

it('says of what was not sent why, and how to go on', () => {
	expect(textsOf(wordsFor({}).notSent(last))).toEqual([
		'This parcel was not sent, because the requests before it got no usable answer',
		'The connection broke. Run the items with an error again.',
	]);
});

it.each(['The connection broke', 'The connection broke.'])(
	'says of what may have been done how to find out, after "%s"',
	(message) => {
		expect(textsOf(wordsFor({}).notSure(errorWith(message)))).toEqual([
			'Acme may have created this parcel, but that is not certain',
			'Look it up by its barcode before you send it again. The last thing that happened: The connection broke.',
		]);
	},
);

it('says of what the answer leaves out how to find out', () => {
	expect(textsOf(wordsFor({}).notMentioned())).toEqual([
		'Acme did not say whether it created this parcel',
		'Look it up by its barcode before you send it again.',
	]);
});

it('knows words that are not the same in both', () => {
	const words = wordsFor({ done: 'taken', did: 'took' });
	expect(words.notSure(last).message).toBe(
		'Acme may have taken this parcel, but that is not certain',
	);
	expect(words.notMentioned().message).toBe('Acme did not say whether it took this parcel');
});

it.each([
	[new RangeError('Maximum call stack size exceeded'), 'Maximum call stack size exceeded'],
	['something else', 'No reason is known.'],
])('says of an answer that it is beyond reading, after %p', (thrown, description) => {
	expect(textsOf(wordsFor({}).unexpected(thrown))).toEqual([
		"Acme's answer cannot be understood",
		description,
	]);
});
