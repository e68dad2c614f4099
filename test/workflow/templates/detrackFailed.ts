import { DISPATCHER, type Stage } from '../../support/stage';

/** Tomorrow in Melbourne, where n8n is. */
const tomorrow = (): string => {
	const [year = 0, month = 0, day = 0] = new Date()
		.toLocaleDateString('en-CA', { timeZone: 'Australia/Melbourne' })
		.split('-')
		.map(Number);
	return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
};

interface Request {
	method: string;
	path: string;
	body: unknown;
	status: number;
}

export function detrackFailed(stage: () => Stage): void {
	const open = async () =>
		await stage().listening('detrack-failed', { 'Mail the dispatcher': DISPATCHER });
	const attempts = async () =>
		(await stage().story.control<Request[]>('GET', 'detrack/requests'))
			.filter(({ path }) => path.endsWith('/reattempt'))
			.map(({ body, status }) => [body, status]);

	it("puts a failed job on tomorrow's list and says why it failed", async () => {
		const log = await open();
		const fail = { reason: 'Nobody home', note: 'Dog in the yard' };
		await stage().detrack({ do_number: 'ORD 7/1' }, { assign: {}, fail });
		const [execution] = await log.executions(1);
		expect(execution?.error).toBeUndefined();
		expect(await attempts()).toEqual([
			[{ data: { do_number: 'ORD 7/1', type: 'Delivery', new_date: tomorrow() } }, 200],
		]);
		const [mail] = await stage().story.mails();
		expect(mail?.subject).toBe('ORD 7/1 failed: Nobody home');
		expect(mail?.text).toContain('Note: Dog in the yard');
		expect(mail?.text).toContain('Rejected items:\n-\n');
		expect(mail?.text).toContain('A new attempt was created for ');
	});

	it('lists what was rejected of a partly completed job', async () => {
		const log = await open();
		const rejected = [{ sku: 'BULB-E27', quantity: 3, reason: 'Wrong colour' }];
		await stage().detrack({ do_number: 'P-1' }, { assign: {}, partial: { rejected } });
		await log.executions(1);
		const [mail] = await stage().story.mails();
		expect(mail?.subject).toMatch(/^P-1 partly completed: /);
		expect(mail?.text).toContain('Rejected items:\n3 x Bulb E27: Wrong colour');
		expect(await attempts()).toHaveLength(1);
	});

	it('says so when no new attempt could be created, and does nothing twice', async () => {
		const log = await open();
		const { id } = await stage().detrack({ do_number: 'F-1' }, { assign: {}, fail: {} });
		await log.executions(1);
		await stage().step('detrack', id, 'repost');
		await log.executions(2);
		expect(await attempts()).toHaveLength(1);

		const fault = { kind: 'status', status: 500, times: 10 };
		await stage().story.control('POST', 'detrack/faults', fault);
		await stage().detrack({ do_number: 'F-2' }, { assign: {}, fail: {} });
		await log.executions(3);
		const last = (await stage().story.mails()).at(-1);
		expect(last?.text).toMatch(/NO new attempt was created: \S/);
	});
}
