import type { WorkflowFile } from '../../../runtime/rest';
import { atTime, JOBS_TABLE, jobRow, openJobs } from '../../support/deliveryJobs';
import { type Cells, withSettings } from '../../support/eventLog';
import type { MailServer, TakenMail } from '../../support/mailServer';
import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';

const NAME = 'day-in-one-mail';
const SETTINGS = { dispatcher: 'dispatch@shop.example', sender: 'n8n@shop.example' };
const ATTACK = '<script>alert(1)</script>';

const MORNING = { windowFrom: '2026-03-03T09:00:00', windowTo: '2026-03-03T12:00:00' };
const BEFORE = {
	day: '2026-03-02',
	windowFrom: '2026-03-02T09:00:00',
	windowTo: '2026-03-02T12:00:00',
};
const at = (time: string) => ({ occurredAt: `2026-03-03T${time}:00` });

/** The file as it runs in the evening of 3 March by its schedule, without its samples. */
async function evening(table = JOBS_TABLE): Promise<WorkflowFile> {
	const file = withSettings(atTime(await templateFile(NAME), '2026-03-03T19:00:00'), SETTINGS);
	const text = JSON.stringify({ ...file, pinData: {} })
		.replaceAll("$execution.mode === 'test'", 'false')
		.replaceAll("$execution.mode !== 'test'", 'true')
		.replaceAll('"amount":15,"unit":"minutes"', '"amount":1,"unit":"seconds"')
		.replaceAll(`"${JOBS_TABLE}"`, `"${table}"`);
	return JSON.parse(text) as WorkflowFile;
}

export function day(stage: () => Stage, server: () => MailServer): void {
	const mailOf = async (table?: string): Promise<TakenMail> => {
		const workflow = await stage().importedFile(await evening(table));
		expect((await workflow.run('Every evening')).error).toBeUndefined();
		expect(server().mails.map(({ to }) => to)).toEqual([SETTINGS.dispatcher]);
		return server().mails[0] as TakenMail;
	};
	const filled = async (...rows: Cells[]): Promise<void> => {
		const log = await openJobs(stage());
		if (rows.length > 0) await log.insert(JOBS_TABLE, ...rows);
	};
	/** What is called, in its order. */
	const called = (text: string) =>
		[...text.matchAll(/^(\S+): (.+)$/gm)]
			.filter(([, number]) => /^(SO|RET)-\d/.test(number ?? ''))
			.map(([line]) => line);

	it('sends the mail of its sample jobs to the dispatcher when it is tried', async () => {
		const workflow = await stage().importedFile(withSettings(await templateFile(NAME), SETTINGS));
		expect((await workflow.run('Every evening')).error).toBeUndefined();
		expect(server().mails.map(({ to, subject }) => [to, subject])).toEqual([
			['dispatch@shop.example', 'Deliveries on 18 June: 11 of 20 delivered, 3 failed, 2 late'],
		]);
	});

	it('counts today against yesterday, by driver and by reason, and names who needs a call', async () => {
		const dana = { driverName: 'Dana' };
		const whole = { windowFrom: '2026-03-03', windowTo: '2026-03-03' };
		await filled(
			jobRow('SO-1', 'delivered', { ...MORNING, ...dana, ...at('10:00') }),
			// After its window; then within it, as was proven, though it was told later.
			jobRow('SO-2', 'delivered', { ...MORNING, ...dana, ...at('12:30') }),
			jobRow('SO-3', 'delivered', {
				...MORNING,
				...dana,
				...at('12:30'),
				proofAt: '2026-03-03T00:59:00Z',
			}),
			// A window of a day: in time on that day, late on a later one.
			jobRow('SO-4', 'delivered', { ...whole, ...at('23:00'), driverName: 'Kim' }),
			jobRow('SO-5', 'partially_delivered', { ...whole, occurredAt: '2026-03-04T08:00:00' }),
			// Melbourne is eleven hours ahead: until 10:00, delivered at 10:30.
			jobRow('SO-6', 'delivered', {
				windowTo: '2026-03-02T23:00:00Z',
				occurredAt: '2026-03-02T23:30:00Z',
			}),
			jobRow('SO-7', 'out_for_delivery', { ...MORNING, reference: 'SO-7', driverName: 'Kim' }),
			jobRow('SO-8', 'scheduled', { ...whole }),
			jobRow('SO-9', 'attempt_failed', {
				...MORNING,
				...dana,
				reason: 'Nobody home',
				recipientPhone: '+61 3 5550 0199',
				recipientName: ATTACK,
				trackingUrl: 'https://track.example/SO-9',
			}),
			jobRow('SO-10', 'returned', { ...dana, windowTo: '2026-03-03T10:00:00' }),
			jobRow('SO-11', 'cancelled', { ...MORNING }),
			jobRow('RET-1', 'picked_up', { ...MORNING, ...at('11:00'), jobType: 'collection' }),
			jobRow('RET-2', 'assigned', { ...MORNING, jobType: 'collection' }),
			jobRow('SO-20', 'delivered', { ...BEFORE, occurredAt: '2026-03-02T10:00:00' }),
			jobRow('SO-21', 'attempt_failed', { ...BEFORE, reason: 'Nobody home' }),
			jobRow('SO-22', 'out_for_delivery', { ...BEFORE }),
			jobRow('SO-30', 'delivered', { day: '2026-03-01' }),
			jobRow('SO-31', 'scheduled', { day: '2026-03-04' }),
		);
		const { subject, text, html = '' } = await mailOf();
		expect(subject).toBe('Deliveries on 3 March: 6 of 10 delivered, 2 failed, 4 late');
		expect(text).toContain(
			[
				'Tuesday, 3 March',
				'',
				'10 deliveries: 6 delivered, 2 failed, 2 still open. 4 late.',
				'',
				'Yesterday / today',
				'Deliveries: 3 / 10',
				'Delivered: 1 / 6',
				'of them partly: 0 / 1',
				'Failed: 1 / 2',
				'Late: 1 / 4',
				'Still open: 1 / 2',
				'Cancelled: 0 / 1',
				'Collections: 0 / 2',
				'of them done: 0 / 1',
			].join('\n'),
		);
		expect(called(text)).toEqual([
			'SO-10: returned',
			'SO-9: failed',
			'SO-22: on the way, late',
			'SO-7: on the way, late',
			'RET-2: Collection, assigned, late',
		]);
		expect(text).toContain('\n+61 3 5550 0199\n09:00 to 12:00\nhttps://track.example/SO-9\n');
		expect(text).toContain(
			[
				'BY DRIVER',
				'Dana: 3 of 5 delivered, 2 failed, 1 late',
				'Kim: 1 of 2 delivered, 0 failed, 1 late',
				'No driver: 2 of 3 delivered, 0 failed, 2 late',
			].join('\n'),
		);
		expect(text).toContain('\nNobody home: 1 / 1\nNo reason given: 0 / 1');
		expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
		expect(html).not.toMatch(/<script|<img|<link|<style|url\(/);
		expect(html).toContain('href="tel:+61355500199"');
		// Six of ten.
		expect(html).toContain('<td width="60%" height="12" bgcolor="#1f8a4c"');
	});

	it('names ten at the most, and says how many there are', async () => {
		const many = Array.from({ length: 12 }, (_, index) =>
			jobRow(`SO-${index}`, 'attempt_failed', { windowTo: `2026-03-03T${10 + index}:00:00` }),
		);
		await filled(...many);
		const { text, html } = await mailOf();
		expect(called(text)).toEqual(Array.from({ length: 10 }, (_, index) => `SO-${index}: failed`));
		expect(text).toContain('And 2 more.');
		expect(html).toContain('Ten of 12 that need a call');
	});

	it('has a mail for a day without jobs, though the mail server was busy at first', async () => {
		await filled(jobRow('SO-1', 'delivered', { ...BEFORE }));
		server().isBusy = true;
		setTimeout(() => (server().isBusy = false), 1500);
		const { subject, text } = await mailOf();
		expect(subject).toBe('No jobs on 3 March');
		expect(text).toContain('There were no jobs today.');
		expect(text).toContain('Deliveries: 1 / 0');
	});

	it('says that there is no table of jobs yet', async () => {
		const { subject, text } = await mailOf('absent_table');
		expect(subject).toBe('Deliveries: no figures for 3 March');
		expect(text).toContain('There is no table of jobs yet.');
	});

	// n8n's Data Table node hands its input on as rows after an error of the database.
	it('takes what is no answer of the table for no day without jobs', async () => {
		await filled(jobRow('SO-1', 'delivered'));
		const file = JSON.stringify(await evening()).replace('"condition":"gt"', '"condition":"none"');
		const workflow = await stage().importedFile(JSON.parse(file) as WorkflowFile);
		expect((await workflow.run('Every evening')).error).toBeUndefined();
		expect(server().mails.map(({ subject }) => subject)).toEqual([
			'Deliveries: no figures for 3 March',
		]);
	});
}
