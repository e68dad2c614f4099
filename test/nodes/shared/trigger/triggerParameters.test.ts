import type { IDataObject } from 'n8n-workflow';

import { receiveWebhook } from '../../../../nodes/shared/trigger/receiveWebhook';
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
