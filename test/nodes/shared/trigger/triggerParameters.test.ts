import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { receiveWebhook } from '../../../../nodes/shared/trigger/receiveWebhook';
import { readEvents, readFilters } from '../../../../nodes/shared/trigger/triggerParameters';
import { mock } from '../../../support/mock';
import { answerTo } from '../../../support/webhookContext';
import { parcelPost } from './parcelPost';

it('asks n8n once in a call for each parameter, which may be an expression, and anew in the next', async () => {
	const asked: string[] = [];
	const parameters: IDataObject = { events: ['other'] };
	const call = async () =>
		await answerTo(
			{ headers: { 'x-key': 'correct-horse-9' }, body: { parcels: [{ kind: 'done' }] } },
			async (context) => await receiveWebhook(context, parcelPost),
			{
				getNodeParameter(name: string, fallback: unknown) {
					asked.push(name);
					return parameters[name] ?? fallback;
				},
			},
		);
	expect((await call()).items).toBeUndefined();
	const all = ['answer', 'events', 'filters', 'listsAs', 'options', 'output'];
	expect([...asked].sort()).toEqual(all);
	parameters.events = ['done'];
	expect((await call()).items).toHaveLength(1);
	expect([...asked].sort()).toEqual([...all, ...all].sort());
});

describe('a list that an expression gives', () => {
	const contextOf = (parameters: IDataObject) =>
		mock<IPollFunctions>({
			getNode: () => ({ name: 'Test', type: 'test', typeVersion: 1 }),
			getNodeParameter: (name: string) => parameters[name],
		});

	it.each(['["done","failed"]', 'done, failed', 'done\nfailed'])('may be the text %j', (events) => {
		expect(readEvents(contextOf({ events }), 'Test', ['done', 'failed'])).toEqual([
			'done',
			'failed',
		]);
	});

	it.each(['["delivered","cancelled"]', 'delivered,cancelled', 'delivered\ncancelled'])(
		'may be the text %j in a filter',
		(statuses) => {
			expect(readFilters(contextOf({ filters: { statuses } }))).toEqual({
				statuses: ['delivered', 'cancelled'],
			});
		},
	);

	it.each(['[]', '[""]', ',', ' '])('is empty as the text %j', (text) => {
		expect(() => readEvents(contextOf({ events: text }), 'Test', ['done'])).toThrow(
			'No event is chosen in the Test',
		);
		expect(() => readFilters(contextOf({ filters: { outcomes: text } }))).toThrow(
			'The filter "Outcomes" was added, but it is empty',
		);
	});

	it('is refused as a text of what is not offered', () => {
		expect(() => readEvents(contextOf({ events: '["gone"]' }), 'Test', ['done'])).toThrow(
			'"Events" holds "gone", which is none of its choices',
		);
	});
});
