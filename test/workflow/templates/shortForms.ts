import { until, withSettings } from '../../support/eventLog';
import type { Spreadsheet } from '../../support/google';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

const TRIGGERS = ['Radaro Trigger', 'Detrack Trigger', 'RoutiGo Trigger', 'ReadyCloud Trigger'];
const SENDER = 'n8n@shop.example';

export function shortSheet(stage: () => Stage): void {
	const google = () => stage().story.google;
	const imported = async ({ url }: Spreadsheet): Promise<StoryWorkflow> =>
		await stage().importedFile(withSettings(await templateFile('short-sheet'), { sheet: url }));
	const sheetOf = async (): Promise<Spreadsheet> =>
		google().spreadsheet('Deliveries', headingsOf(await templateFile('short-sheet')));

	it('writes its sample events when it is tried, each once', async () => {
		const sheet = await sheetOf();
		const workflow = await imported(sheet);
		for (const trigger of [...TRIGGERS, 'Radaro Trigger']) {
			const { error } = await workflow.run(trigger);
			expect([trigger, error]).toEqual([trigger, undefined]);
		}
		expect(sheet.rows().map(({ reference }) => reference)).toEqual([
			'SAMPLE-1001',
			'SAMPLE-1002',
			'SAMPLE-2001',
			'SAMPLE-2002',
			'SAMPLE-3001',
			'SAMPLE-4001',
		]);
	});

	it('writes what happens at the services, each event once, and no cell too long', async () => {
		const sheet = await sheetOf();
		const workflow = await stage().connected(await imported(sheet));
		const radaro = await stage().radaro({ external_id: '000451' }, { assign: {} });
		const description = 'Ceiling lamp brushed brass, large, variant 0';
		const items = Array.from({ length: 700 }, (_, index) => ({
			sku: `SKU-${10_000 + index}`,
			description,
			quantity: 2,
		}));
		await stage().detrack({ do_number: 'BIG-1', date: '2099-03-03', items });
		await stage().readyCloud({ primary_id: 'WEB-1' });
		await until(async () => sheet.rows().length >= 4);
		await stage().step('radaro', radaro.id, 'repeat');
		await workflow.executions(5);
		const rows = sheet.rows();
		expect(rows.map(({ reference }) => reference).sort()).toEqual([
			'000451',
			'000451',
			'BIG-1',
			'WEB-1',
		]);
		const big = rows.find(({ reference }) => reference === 'BIG-1')?.items ?? '';
		expect(big).toMatch(/… \(cut\)$/);
		expect(big.length).toBeLessThanOrEqual(50_000);
	});

	it('says in words what the sheet lacks, and takes the event when it is sent again', async () => {
		const bare = google().spreadsheet('Deliveries');
		const workflow = await stage().connected(await imported(bare));
		const { id } = await stage().radaro({ external_id: 'SO-1' });
		const complaints: string[] = [];
		const again = async (): Promise<void> => {
			await stage().step('radaro', id, 'repeat');
			complaints.push((await workflow.executions(complaints.length + 1)).at(-1)?.error ?? '');
		};
		complaints.push((await workflow.executions(1))[0]?.error ?? '');
		bare.sheet.paste([['status', 'eventId']]);
		await again();
		bare.sheet.paste([['eventId', 'Status ']]);
		await again();
		expect(complaints.map((text) => text.split('. ')[0])).toEqual([
			'Row 1 of the tab “Deliveries” has no headings',
			'Cell A1 must hold the heading eventId, but holds “status”',
			'The heading “Status ” must be written “status”.',
		]);
		expect(bare.rows()).toEqual([]);
		bare.sheet.paste([headingsOf(await templateFile('short-sheet'))]);
		await again();
		expect(bare.rows().map(({ reference }) => reference)).toEqual(['SO-1']);
	});

	it('tries again when Google refuses, and writes one row', async () => {
		const sheet = await sheetOf();
		const workflow = await stage().connected(await imported(sheet));
		google().failNext(429);
		await stage().radaro({ external_id: 'SO-1' });
		const [execution] = await workflow.executions(1);
		expect([execution?.error, sheet.rows().length]).toEqual([undefined, 1]);
	});
}

export function shortMail(stage: () => Stage): void {
	const imported = async (to: string): Promise<StoryWorkflow> =>
		await stage().importedFile(
			withSettings(await templateFile('short-mail'), { sender: SENDER, to }),
		);
	const told = async () =>
		(await stage().story.mails()).map(({ to, subject }) => `${to}: ${subject}`);

	it('sends the mails of its sample events to the sender when it is tried', async () => {
		const workflow = await imported('customer');
		for (const trigger of TRIGGERS) {
			const { error } = await workflow.run(trigger);
			expect([trigger, error]).toEqual([trigger, undefined]);
		}
		expect(await told()).toEqual([
			`${SENDER}: Delivery SAMPLE-1001: on the way`,
			`${SENDER}: Delivery SAMPLE-1002: delivered`,
			`${SENDER}: Delivery SAMPLE-2002: not delivered`,
			`${SENDER}: Delivery SAMPLE-3001: not delivered`,
			`${SENDER}: Delivery SAMPLE-4001: delivered`,
		]);
	});

	it('tells the dispatcher of what a driver taps, and when', async () => {
		const workflow = await stage().connected(await imported('dispatch@shop.example'));
		const { id } = await stage().radaro({ external_id: 'SO-1' }, { assign: {}, start: {} });
		await workflow.executions(3);
		await stage().step('radaro', id, 'fail', { comment: 'Nobody at the door' });
		await workflow.executions(4);
		expect(await told()).toEqual([
			'dispatch@shop.example: Delivery SO-1: on the way',
			'dispatch@shop.example: Delivery SO-1: not delivered',
		]);
		const [, mail] = await stage().story.mails();
		expect(mail?.text).toMatch(/^Delivery SO-1: not delivered, \d{1,2} \w{3}, \d\d:\d\d\n\n/);
		expect(mail?.text).toContain('Nobody at the door');
	});

	it('tells a customer of the own delivery, of a collection as one, and nobody else', async () => {
		await stage().connected(await imported(' Customer'));
		const job = (do_number: string, type: string, notify_email: string) => ({
			...{ do_number, type, notify_email },
			date: '2099-03-03',
		});
		const done = { assign: {}, complete: {} };
		await stage().detrack(job('D-1', 'Delivery', 'priya@customer.example'), done);
		await stage().detrack(job('RET-7', 'Collection', 'tom@customer.example'), done);
		await stage().detrack(job('D-2', 'Delivery', ''), done);
		await until(async () => (await told()).length >= 2);
		expect((await told()).sort()).toEqual([
			'priya@customer.example: Delivery D-1: delivered',
			'tom@customer.example: Collection RET-7: collected',
		]);
	});

	it('says in words which address is missing, and which state there is not', async () => {
		const until = 'Until then no mail is sent.';
		const workflow = await stage().connected(await imported(''));
		await stage().radaro({ external_id: 'SO-1' });
		expect((await workflow.executions(1))[0]?.error).toBe(
			`Settings: enter your own e-mail address, or the word customer, in “to”. ${until}`,
		);
		const settings = { sender: SENDER, to: 'customer', about: 'Delivered, deliverd' };
		const misspelt = await stage().importedFile(
			withSettings(await templateFile('short-mail'), settings),
		);
		expect((await misspelt.run('Radaro Trigger')).error).toMatch(
			/^Settings: enter in “about” only states that there are, without deliverd \(created, /,
		);
	});
}
