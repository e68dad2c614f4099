import { READYCLOUD_ORG } from '../../../sandbox/readycloud/defaults';
import { DISPATCHER_SETTINGS } from '../../support/dispatcher';
import { EventLog, withSettings } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';

interface Webhook {
	id: string;
	event: string;
	url: string;
	suspendedAt: string | null;
}

export function readyCloudHealth(stage: () => Stage): void {
	const template = async () =>
		withSettings(await templateFile('readycloud-health'), DISPATCHER_SETTINGS);
	/** As it runs by itself, without the samples that a run by hand takes. */
	const health = async () => {
		const { pinData: _samples, ...file } = await template();
		return await stage().importedFile(file);
	};
	const webhooks = async () => await stage().story.control<Webhook[]>('GET', 'readycloud/webhooks');
	const add = async (entity: string) =>
		await stage().story.control<Webhook>('POST', 'readycloud/webhooks', {
			entity,
			remote_url: `https://shop.example.com/${entity}`,
		});
	const suspend = async (id: string) =>
		await stage().story.control('POST', `readycloud/webhooks/${id}/steps/suspend`);

	it('renews what is suspended, mails it, and brings the events back', async () => {
		const log = await EventLog.open(stage(), {
			'ReadyCloud Trigger': {
				organizationId: { __rl: true, mode: 'id', value: READYCLOUD_ORG },
				events: ['orders'],
				answer: 'whenFinished',
				listsAs: 'text',
			},
		});
		await stage().connected(log.receive);
		const other = await add('contact');
		const [own] = (await webhooks()).filter(({ event }) => event === 'orders');
		await suspend(own?.id ?? '');
		await stage().readyCloud({ primary_id: 'LOST' });
		const workflow = await health();
		const { error } = await workflow.run('Every morning');
		expect(error).toBeUndefined();
		const after = await webhooks();
		expect(after.map(({ event, url, suspendedAt }) => [event, url, suspendedAt]).sort()).toEqual([
			['contact', 'https://shop.example.com/contact', null],
			['orders', own?.url, null],
		]);
		// Nobody has touched what was not suspended.
		expect(after.find(({ event }) => event === 'contact')?.id).toBe(other.id);
		const [mail] = await stage().story.mails();
		expect(mail?.subject).toBe('ReadyCloud: webhooks were renewed');
		expect(mail?.text).toMatch(/^Renewed: orders to https:\/\/n8n\.example\.com\//);
		await stage().readyCloud({ primary_id: 'WEB-2' });
		const kept = await log.rows('delivery_events');
		expect(kept.map(({ reference }) => reference)).toEqual(['WEB-2']);
	});

	it('mails one list of all, also of what could not be renewed', async () => {
		for (const entity of ['contact', 'packaging']) await suspend((await add(entity)).id);
		const fault = { kind: 'status', status: 500, times: 100, methods: ['DELETE'] };
		await stage().story.control('POST', 'readycloud/faults', fault);
		await (await health()).run('Every morning');
		const [mail, ...more] = await stage().story.mails();
		expect(more).toEqual([]);
		expect(mail?.subject).toBe('ReadyCloud: not all webhooks could be renewed');
		expect(mail?.text.match(/^NOT renewed: (contact|packaging) to /gm)).toHaveLength(2);
		expect(mail?.text).toMatch(/why: \S/);
		expect((await webhooks()).length).toBe(2);
	});

	it('mails nothing when all is well', async () => {
		await add('contact');
		const { error } = await (await health()).run('Every morning');
		expect([error, await stage().story.mails()]).toEqual([undefined, []]);
	});

	it('mails its samples when it is tried, and touches nothing at ReadyCloud', async () => {
		await suspend((await add('contact')).id);
		const before = await webhooks();
		const { error } = await (await stage().importedFile(await template())).run('Every morning');
		expect(error).toBeUndefined();
		const [mail, ...more] = await stage().story.mails();
		expect(more).toEqual([]);
		expect(mail?.subject).toBe('ReadyCloud: not all webhooks could be renewed');
		expect(mail?.text.match(/^(Renewed: orders|NOT renewed: contact) to /gm)).toHaveLength(2);
		expect(mail?.text).toMatch(/^  suspended since \d{1,2} \w+ \d{4}, \d\d:\d\d$/m);
		expect(await webhooks()).toEqual(before);
	});
}
