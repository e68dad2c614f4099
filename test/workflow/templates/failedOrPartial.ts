import { PHOTO_FILE } from '../../../sandbox/detrack/images';
import { fixture } from '../../support/fixtures';
import { DISPATCHER, type Stage } from '../../support/stage';

interface Change {
	doctype: string;
	action: string;
	values: Record<string, string>;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

export function failedOrPartial(stage: () => Stage): void {
	const open = async () => {
		const { story } = stage();
		story.intercept.forward('proof.example.com', story.sandbox.url);
		await story.control('PATCH', 'detrack/settings', { fileOrigin: 'https://proof.example.com' });
		await story.control('PATCH', 'erp/settings', { unknownFields: 'refused' });
		return await stage().listening('failed-or-partial', { 'Mail the dispatcher': DISPATCHER });
	};
	const issues = async () =>
		(await stage().story.control<Change[]>('GET', 'erp/changes')).map(
			({ doctype, action, values }) => ({ doctype, action, ...values }),
		);

	it('mails what was rejected with signature and photos, and opens an issue', async () => {
		const log = await open();
		const rejected = [{ sku: 'BULB-E27', quantity: 3, reason: 'Wrong colour' }];
		const steps = { assign: {}, partial: { photos: 2, rejected, note: 'One <box> open' } };
		await stage().detrack({ do_number: 'ORD 7/1' }, steps);
		const [execution] = await log.executions(1);
		expect(execution?.error).toBeUndefined();
		const [mail, ...more] = await stage().story.mails();
		expect(more).toEqual([]);
		expect(mail?.subject).toMatch(/^ORD 7\/1 partly delivered: /);
		expect(mail?.text).toContain('Note: One <box> open');
		expect(mail?.text).toContain('Rejected items:\n3 x Bulb E27: Wrong colour');
		const types = mail?.attachments.map(({ type }) => type).sort();
		// The two photos at the door, and one of the rejected item.
		expect(types).toEqual(['image/jpeg', 'image/jpeg', 'image/jpeg', 'image/png']);
		const photo = mail?.attachments.findIndex(({ type }) => type === 'image/jpeg') ?? -1;
		if (mail) expect(await stage().story.attachment(mail, photo)).toEqual(PHOTO_FILE.head);
		expect(await issues()).toEqual([
			{
				doctype: 'Issue',
				action: 'created',
				subject: expect.stringMatching(/^ORD 7\/1 partly delivered: /),
				description: expect.stringContaining(
					'<br>Note: One &lt;box> open<br>Rejected: 3 x Bulb E27<br>',
				),
			},
		]);
	});

	it('mails a failure without pictures, and one whose pictures are gone', async () => {
		const log = await open();
		stage().story.intercept.route('files.example.com', () => ({ statusCode: 404, body: 'gone' }));
		await stage().detrack({ do_number: 'D-1' }, { assign: {}, fail: { reason: 'Nobody home' } });
		await stage().radaro({ external_id: 'R-1' }, { assign: {}, fail: { comment: 'Gate shut' } });
		await log.executions(2);
		expect(await stage().subjects()).toEqual([
			'D-1 not delivered: Nobody home',
			'R-1 not delivered: Gate shut',
		]);
		const mails = await stage().story.mails();
		expect(mails.map(({ attachments }) => attachments)).toEqual([[], []]);
	});

	it('fetches the pictures of any other service by their addresses', async () => {
		const log = await open();
		stage().story.intercept.route('files.example.com', () => ({
			statusCode: 200,
			headers: { 'content-type': 'image/png' },
			body: SIGNATURE,
		}));
		const body = {
			assignment: { id: 'a-1', type: 'DELIVERY', endStatus: 'NOT_DELIVERED' },
			identifier: '000453',
			signatureUrl: 'https://files.example.com/signature.png',
			photoUrls: ['https://files.example.com/1.png', 'https://files.example.com/2.png'],
		};
		const fixedBodies = { ASSIGNMENT: body };
		await stage().story.control('PATCH', 'routigo/settings', { fixedBodies });
		await stage().routigo({ count: 1 }, { plan: {}, assign: {}, start: {}, fail: {} });
		const [execution] = await log.executions(1);
		expect(execution?.error).toBeUndefined();
		const [mail] = await stage().story.mails();
		expect(mail?.subject).toBe('000453 not delivered: no reason given');
		expect(mail?.attachments.map(({ name, size }) => [name, size])).toEqual([
			['signature.png', 8],
			['1.png', 8],
			['2.png', 8],
		]);
	});

	it('mails each of several jobs by itself that one call tells of', async () => {
		const log = await open();
		const body = ['v2_failed', 'v2_partially_completed'].map((name) =>
			fixture(`detrack/${name}.json`),
		);
		await stage().story.control('POST', 'detrack/send', { body });
		await log.executions(1);
		expect(await stage().subjects()).toEqual([
			'ORD-48209 partly delivered: Goods Damaged',
			'ORD-48210 not delivered: No Recipient',
		]);
		expect(await issues()).toHaveLength(2);
	});

	it('starts nothing for a job that went well', async () => {
		const log = await open();
		await stage().radaro({}, { assign: {}, start: {}, deliver: {} });
		await stage().detrack({ do_number: 'OK' }, { assign: {}, complete: {} });
		await stage().detrack({ do_number: 'NO' }, { assign: {}, fail: {} });
		await log.executions(1);
		expect(await stage().subjects()).toEqual(['NO not delivered: No Recipient']);
	});
}
