import type { WorkflowFile } from '../../../runtime/rest';
import { fixture } from '../../support/fixtures';
import { DISPATCHER_SETTINGS, withMailServer } from '../../support/dispatcher';
import { type Cells, EventLog, until } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import type { StoryWorkflow } from '../../support/storyWorkflow';

interface Change {
	action: string;
	doctype: string;
	values: Record<string, string>;
}

const NAME = 'failed-or-partial';
const SETTINGS = { ...DISPATCHER_SETTINGS, erpNext: 'https://harbour.erpnext.com/' };
const OF_ERPNEXT = ['Issue there?', 'Open an issue'];
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

let events = 0;
/** An event of a delivery, in a state of its own. */
function event(job: string, status: string, values: Cells = {}): Cells {
	return {
		eventId: `f${events++}`,
		provider: 'radaro',
		event: 'status_changed',
		status,
		stateId: `${job}-${status}`,
		jobId: job,
		reference: job,
		jobType: 'delivery',
		isFinal: ['delivered', 'partially_delivered', 'returned', 'cancelled'].includes(status),
		receivedAt: '2026-03-03T00:00:00Z',
		...values,
	};
}
const at = (time: string): Cells => ({ occurredAt: `2026-03-03T${time}:00+11:00` });

export function failedOrPartial(stage: () => Stage): void {
	const server = withMailServer(stage);
	const open = async (edit?: (file: WorkflowFile) => WorkflowFile) => {
		const { story } = stage();
		story.intercept.forward('proof.example.com', story.sandbox.url);
		await story.control('PATCH', 'detrack/settings', { fileOrigin: 'https://proof.example.com' });
		await story.control('PATCH', 'erp/settings', { unknownFields: 'refused' });
		const log = await EventLog.open(stage());
		return { log, reader: await log.reader(NAME, SETTINGS, edit) };
	};
	const issues = async (): Promise<Array<Record<string, string>>> =>
		(await stage().story.control<Change[]>('GET', 'erp/changes'))
			.map(({ doctype, action, values }) => ({ doctype, action, ...values }))
			.reverse();
	const subjects = () => server().mails.map(({ subject }) => subject);
	const issueSubjects = async () => (await issues()).map(({ subject }) => subject);
	const each = async (log: EventLog, reader: StoryWorkflow, rows: Cells[]) => {
		for (const row of rows) {
			await log.add(row);
			await log.passed(reader);
		}
	};

	it('mails its samples to the dispatcher when it is tried, and touches nothing else', async () => {
		const { log, reader } = await open();
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(new Set(server().mails.map(({ to }) => to))).toEqual(new Set([SETTINGS.dispatcher]));
		expect(subjects().sort()).toEqual([
			'SAMPLE-1003 not delivered: Gate shut',
			'SAMPLE-2002 not delivered: Nobody home',
			'SAMPLE-2003 partly delivered: Wrong colour',
			'SAMPLE-2004 not collected: Goods not ready',
			'SAMPLE-3002 not delivered: no reason given',
		]);
		expect(await log.rows('delivery_readers')).toEqual([]);
		expect(await issues()).toEqual([]);
	});

	it('tells of what drivers tap, with the pictures and an issue, and only once', async () => {
		const { log, reader } = await open();
		const { story } = stage();
		story.intercept.route('files.example.com', ({ pathname }) =>
			pathname.endsWith('/gone.png')
				? { statusCode: 404, body: 'gone' }
				: { statusCode: 200, headers: { 'content-type': 'image/png' }, body: SIGNATURE },
		);
		const body = {
			assignment: { id: 'a-1', type: 'DELIVERY', endStatus: 'NOT_DELIVERED' },
			identifier: '000453',
			signatureUrl: 'https://files.example.com/signature.png',
			photoUrls: ['https://files.example.com/gone.png', 'https://files.example.com/2.png'],
		};
		await story.control('PATCH', 'routigo/settings', { fixedBodies: { ASSIGNMENT: body } });
		await stage().connected(log.receive);
		await stage().publish(reader);
		const rejected = [{ sku: 'BULB-E27', quantity: 3, reason: 'Wrong colour' }];
		const partial = { photos: 2, rejected, note: 'One <box> open' };
		const { id } = await stage().detrack({ do_number: 'ORD 7/1' }, { assign: {}, partial });
		await stage().radaro({ external_id: 'R-1' }, { assign: {}, fail: { comment: 'Gate shut' } });
		await stage().radaro({ external_id: 'R-2' }, { assign: {}, start: {}, deliver: {} });
		await stage().routigo({ count: 1 }, { plan: {}, assign: {}, start: {}, fail: {} });
		await log.passed(reader);
		await stage().step('detrack', id, 'repost');
		await log.passed(reader);
		const mails = Object.fromEntries(server().mails.map((mail) => [mail.subject, mail]));
		expect(subjects().sort()).toEqual([
			'000453 not delivered: no reason given',
			expect.stringMatching(/^ORD 7\/1 partly delivered: /),
			'R-1 not delivered: Gate shut',
		]);
		const [detrack] = server().mails.filter(({ subject }) => subject.startsWith('ORD'));
		expect(detrack?.text).toContain('Note: One <box> open');
		expect(detrack?.text).toContain('Rejected items:\n3 x Bulb E27: Wrong colour');
		// The signature, the two photos at the door, and one of the rejected item.
		expect(detrack?.files).toHaveLength(4);
		expect(detrack?.text).toContain('Pictures attached: 4');
		const routigo = mails['000453 not delivered: no reason given'];
		expect(routigo?.files).toEqual(['signature.png', '2.png']);
		expect(routigo?.text).toContain('too large:\nhttps://files.example.com/gone.png');
		expect(mails['R-1 not delivered: Gate shut']?.files).toBeUndefined();
		expect(await issues()).toHaveLength(3);
		expect(await issues()).toContainEqual({
			doctype: 'Issue',
			action: 'created',
			subject: expect.stringMatching(/^ORD 7\/1 partly delivered: /),
			description: expect.stringContaining(
				'<br>Note: One &lt;box> open<br>Rejected: 3 x Bulb E27<br>',
			),
		});
	});

	it('attaches the pictures of the very job that failed, whatever else has its number', async () => {
		const { log, reader } = await open();
		await stage().connected(log.receive);
		const failed = (photos: number) => ({
			assign: {},
			fail: { reason: 'Nobody home', photos },
		});
		const of = (do_number: string, date: string, type = 'Delivery') => ({ do_number, date, type });
		const { id } = await stage().detrack(of('MILK-9', '2026-01-05'), failed(0));
		await stage().detrack(of('MILK-9', '2026-01-06'), { assign: {}, complete: { photos: 2 } });
		await stage().step('detrack', id, 'repost');
		await stage().detrack(of('MILK-7', '2026-01-05'), failed(2));
		await stage().detrack(of('MILK-7', '2026-01-06'));
		// Two attempts on one day, which number, date and type do not tell apart.
		const first = await stage().detrack(of('MILK-6', '2026-01-05', 'Collection'), failed(1));
		await stage().step('detrack', first.id, 'reattempt', { date: '2026-01-05' });
		await stage().publish(reader);
		await log.passed(reader);
		const told = server().mails.map(({ subject, files = [] }) => [subject, files.length]);
		expect(told.sort()).toEqual([
			['MILK-6 not collected: Nobody home', 1],
			['MILK-7 not delivered: Nobody home', 2],
			['MILK-9 not delivered: Nobody home', 0],
		]);
		const seven = server().mails.find(({ subject }) => subject.startsWith('MILK-7'));
		expect(seven?.files).toEqual(['MILK-7-photo-1.jpg', 'MILK-7-photo-2.jpg']);
		expect(seven?.text).toContain('Planned for: 5 January 2026');
	});

	it('tells each failed attempt once, and none that is known to have worked out', async () => {
		const { log, reader } = await open();
		await log.add(
			event('OK', 'attempt_failed', at('09:00')),
			event('OK', 'delivered', at('10:00')),
			event('SOLD', 'delivered', at('10:00')),
		);
		await stage().publish(reader);
		await log.passed(reader);
		await each(log, reader, [
			event('SOLD', 'attempt_failed', at('09:00')),
			event('SO-1', 'attempt_failed', { ...at('09:00'), reason: 'Gate shut' }),
			event('SO-1', 'attempt_failed', { ...at('09:20'), event: 'job_updated' }),
			// A corrected reason is told, but it is the same attempt.
			event('SO-1', 'attempt_failed', { ...at('09:30'), stateId: 'SO-1-b', reason: 'Dog' }),
			event('SO-1', 'out_for_delivery', at('10:00')),
			event('SO-1', 'attempt_failed', { ...at('11:00'), reason: 'Gate shut' }),
			event('SO-1', 'returned', { ...at('12:00') }),
		]);
		await log.add(
			event('RET-7', 'attempt_failed', { jobType: 'collection', reason: 'Not ready' }),
			event('RET-8', 'partially_delivered', { jobType: 'collection' }),
			event('ANY', 'attempt_failed', { jobType: null, reason: 'x'.repeat(200) }),
		);
		await log.passed(reader);
		expect(subjects().slice(4).sort()).toEqual([
			`ANY not done: ${'x'.repeat(200)}`,
			'RET-7 not collected: Not ready',
			'RET-8 partly collected: no reason given',
		]);
		expect(subjects().slice(0, 4)).toEqual([
			'SO-1 not delivered: Gate shut',
			'SO-1 not delivered: Dog',
			'SO-1 not delivered: Gate shut',
			'SO-1 returned: no reason given',
		]);
		const texts = server()
			.mails.map(({ text }) => text)
			.join();
		expect(texts).toContain('Collection RET-7 was not collected.');
		expect((await issueSubjects()).sort()).toEqual([
			`ANY not done: ${'x'.repeat(126)}`,
			'RET-7 not collected: Not ready',
			'RET-8 partly collected: no reason given',
			'SO-1 not delivered: Gate shut',
			'SO-1 not delivered: Gate shut',
		]);
	});

	it('opens one issue and sends one mail, whatever is refused or lost in between', async () => {
		const { log, reader } = await open();
		server().refusing = /./;
		await log.add(event('SO-1', 'attempt_failed', at('09:00')));
		await stage().publish(reader);
		await log.passed(reader);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({ reference: 'SO-1', message: expect.stringContaining('550') }),
		]);
		server().refusing = undefined;
		const again = await stage().imported('event-log/try-again');
		await again.run('Try again');
		await log.passed(reader);
		expect(subjects()).toEqual(['SO-1 not delivered: no reason given']);

		// ERPNext and then the mail server are not to be reached.
		const { story } = stage();
		const lastError = async () => String((await log.state(reader))?.lastError);
		const fault = async (status: number) =>
			await story.control('POST', 'erp/faults', { kind: 'status', status, times: 2 });
		await fault(503);
		server().isBusy = true;
		await log.add(event('SO-2', 'attempt_failed', at('09:00')));
		await until(async () => /ERPNext is unavailable/.test(await lastError()));
		expect(subjects()).toHaveLength(1);
		await until(async () => /421|later/.test(await lastError()));
		server().isBusy = false;
		await log.passed(reader);
		expect(subjects()).toHaveLength(2);

		// As after a crash between the mail and the memory.
		await log.clear('delivery_told');
		await log.add(event('SO-2', 'attempt_failed', at('09:00')));
		await log.passed(reader);
		expect(subjects()).toHaveLength(3);
		expect(await issueSubjects()).toEqual([
			'SO-1 not delivered: no reason given',
			'SO-2 not delivered: no reason given',
		]);

		// What ERPNext refuses can be tried again, without a second mail.
		await fault(417);
		await log.add(
			event('SO-3', 'attempt_failed', at('09:00')),
			event('SO-4', 'attempt_failed', at('09:00')),
		);
		await log.passed(reader);
		expect(subjects()).toHaveLength(5);
		const problems = (await log.rows('delivery_problems')).filter(({ state }) => state !== 'tried');
		expect(problems).toEqual(
			['SO-4', 'SO-3'].map((reference) =>
				expect.objectContaining({ reference, message: expect.stringMatching(/no issue.+417/) }),
			),
		);
		await again.run('Try again');
		await log.passed(reader);
		expect(subjects()).toHaveLength(5);
		expect((await issueSubjects()).sort().slice(2)).toEqual([
			'SO-3 not delivered: no reason given',
			'SO-4 not delivered: no reason given',
		]);
	});

	it('mails all the same where the nodes of ERPNext are deleted, or deactivated', async () => {
		const without = (file: WorkflowFile): WorkflowFile => ({
			...file,
			nodes: file.nodes.filter(({ name }) => !OF_ERPNEXT.includes(name)),
			connections: JSON.parse(
				JSON.stringify(file.connections, (key, value: unknown) =>
					OF_ERPNEXT.includes(key)
						? undefined
						: Array.isArray(value)
							? value.filter((to) => !OF_ERPNEXT.includes((to as { node?: string })?.node ?? ''))
							: value,
				),
			) as WorkflowFile['connections'],
		});
		const disabled = (names: string[]) => (file: WorkflowFile) => ({
			...file,
			nodes: file.nodes.map((node) =>
				names.includes(node.name) ? { ...node, disabled: true } : node,
			),
		});
		const { log } = await open();
		await log.add(event('SO-1', 'attempt_failed', at('09:00')));
		for (const edit of [
			without,
			disabled(OF_ERPNEXT),
			...OF_ERPNEXT.map((one) => disabled([one])),
		]) {
			const reader = await stage().publish(await log.reader(NAME, SETTINGS, edit));
			await log.passed(reader);
			await reader.deactivate();
		}
		expect(subjects()).toEqual(Array(4).fill('SO-1 not delivered: no reason given'));
		expect(await log.rows('delivery_problems')).toEqual([]);
		expect(await issues()).toEqual([]);
	});

	it('mails each of several jobs by itself that one call tells of', async () => {
		const { log, reader } = await open();
		await stage().connected(log.receive);
		await stage().publish(reader);
		stage().story.intercept.route('files.example.invalid', () => ({ statusCode: 410 }));
		const body = ['v2_failed', 'v2_partially_completed'].map((name) =>
			fixture(`detrack/${name}.json`),
		);
		await stage().story.control('POST', 'detrack/send', { body });
		await log.passed(reader);
		expect(subjects().sort()).toEqual([
			'ORD-48209 partly delivered: Goods Damaged',
			'ORD-48210 not delivered: No Recipient',
		]);
	});
}
