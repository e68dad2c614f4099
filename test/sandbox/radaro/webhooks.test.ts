import { RADARO_WEBHOOK_TOKEN } from '../../../sandbox/radaro/defaults';
import { type Dict, fixture, keyPaths, minimal } from '../support/bench';
import { Portal } from './support';

const portal = Portal.use();

interface Report {
	job: Dict;
	steps: Array<{ name: string }>;
	deliveries: Dict[];
}
const create = async (body: Dict = {}): Promise<unknown> =>
	(await portal.bench.control('POST', 'radaro/jobs', body)).json<Report>().job.order_id;
const last = (): Dict => portal.receiver.bodies.at(-1) ?? {};
const info = (): Dict => last().order_info as Dict;
async function walk(...steps: string[]): Promise<unknown> {
	const id = await create();
	for (const step of steps) expect((await portal.bench.step(id, step)).status).toBe(200);
	return id;
}

describe('bodies have the keys of the samples', () => {
	it.each([
		['01-job-created.json', []],
		['02-job-status-assigned.json', ['assign']],
		['03-job-status-in-progress.json', ['assign', 'start']],
		['04-job-status-delivered.json', ['assign', 'start', 'deliver']],
		['05-job-customer-rated-second-delivered.json', ['assign', 'start', 'deliver', 'rate']],
		['06-job-status-failed.json', ['assign', 'start', 'fail']],
		['07-job-changed-deliver-before.json', ['assign', 'deliverBefore']],
		['08-job-completion-codes-accepted-failed.json', ['assign', 'start', 'fail', 'codes']],
		['09-job-completion-codes-accepted-delivered.json', ['assign', 'start', 'deliver', 'codes']],
		['10-job-uploaded-confirmation-document.json', ['assign', 'start', 'deliver', 'document']],
		['11-checklist-job-checklist-confirmation.json', ['assign', 'checklist']],
		['13-optimisation-completed.envelope-only.json', ['assign', 'optimisation']],
	])('%s', async (name, steps) => {
		await walk(...steps);
		const sample = fixture(name);
		expect(keyPaths(last())).toEqual(keyPaths(sample));
		const { topic, event_type, new_values, old_values } = sample;
		expect(last()).toMatchObject({ token: RADARO_WEBHOOK_TOKEN, topic });
		expect(last().event_type).toEqual(event_type);
		if (name.startsWith('07')) return;
		expect(last().new_values).toEqual(new_values);
		expect(last().old_values).toEqual(old_values);
		const types = (job: unknown): string[] => Object.values(job ?? {}).map((value) => typeof value);
		expect(types(info())).toEqual(types(sample.order_info));
	});

	it('12-changed-line-level-data.partial.json, as printed or with more around it', async () => {
		const sample = fixture('12-changed-line-level-data.partial.json');
		const id = await create();
		await portal.bench.settings({ itemsBody: 'partial' });
		await portal.bench.step(id, 'items');
		expect(keyPaths(last())).toEqual(keyPaths(sample));
		await portal.bench.settings({ itemsBody: 'withToken' });
		await portal.bench.step(id, 'items');
		expect(Object.keys(last())).toEqual(['token', 'topic', 'new_values']);
		await portal.bench.step(id, 'items', { items: [{ code: 'A', delivered: false }] });
		expect(last().new_values).toMatchObject({ cargoes: { line_level_data: [{ code: 'A' }] } });
		await portal.bench.settings({ itemsBody: 'full' });
		await portal.bench.step(id, 'items');
		expect(last()).toMatchObject({ topic: 'job.changed', order_info: { order_id: id } });
	});
});

it('posts JSON to every address, also for jobs that came by the API', async () => {
	const urls = [
		portal.receiver.url('/one'),
		portal.receiver.url('/two'),
		portal.receiver.url('/one'),
	];
	await portal.bench.control('PUT', 'radaro/webhooks', { urls });
	await portal.bench.jobs('POST', '', minimal('A-1'));
	await portal.bench.control('POST', 'settle');
	expect(portal.receiver.received.map(({ url }) => url).sort()).toEqual(['/one', '/two']);
	const [first] = portal.receiver.received;
	expect(first?.method).toBe('POST');
	expect(first?.headers['content-type']).toBe('application/json');
});

it('sends nothing where no address is set', async () => {
	await portal.bench.control('PUT', 'radaro/webhooks', { urls: [] });
	const report = (await portal.bench.control('POST', 'radaro/jobs', {})).json<Report>();
	expect(report.deliveries).toEqual([]);
});

it('keeps the events of one job in order, while other jobs go on', async () => {
	const id = await create();
	portal.receiver.received.length = 0;
	portal.receiver.answer = () => new Promise((resolve) => setTimeout(() => resolve(200), 50));
	await Promise.all(['assign', 'start', 'deliver'].map((step) => portal.bench.step(id, step)));
	const statuses = portal.receiver.bodies.map(({ new_values }) => (new_values as Dict).status);
	expect(statuses).toEqual(['assigned', 'in_progress', 'delivered']);
});

it('has the zone’s keys only where a zone is used', async () => {
	await create();
	expect(info()).not.toHaveProperty('delivery_zone');
	await portal.bench.jobs('POST', '', minimal('A-2', { delivery_zone: 501 }));
	await portal.bench.control('POST', 'settle');
	expect(info()).toMatchObject({ delivery_zone: 501, deliver_address: { post_code: '' } });
});

it('sends any payload, also one that is no JSON, to any address', async () => {
	const urls = [portal.receiver.url('/elsewhere')];
	await portal.bench.control('POST', 'radaro/send', { body: { topic: 'job.unheard_of' }, urls });
	expect(portal.receiver.received[0]).toMatchObject({
		url: '/elsewhere',
		text: '{"topic":"job.unheard_of"}',
	});
	await portal.bench.control('POST', 'radaro/send', { body: '{"broken' });
	expect(portal.receiver.received[1]).toMatchObject({ url: '/hook', text: '{"broken' });
});
