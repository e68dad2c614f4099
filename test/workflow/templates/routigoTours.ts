import type { Spreadsheet } from '../../support/google';
import { routigoOrder } from '../../support/routigoOrder';
import { DISPATCHER, SENDER, type Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

export function routigoTours(stage: () => Stage): void {
	const open = async (customers: string[][] = []) => {
		const { google } = stage().story;
		const list = google.spreadsheet('Customers', ['reference', 'email']);
		list.sheet.write({ sheet: 'Customers', top: 1, left: 0 }, customers, 'RAW');
		const headings = headingsOf(await templateFile('routigo-tours'));
		const results: Spreadsheet = google.spreadsheet('Results', headings);
		const log = await stage().listening('routigo-tours', {
			'Find the mail address': { documentId: list.documentId },
			'Keep the result': { documentId: results.documentId },
			'Results of the tour': { documentId: results.documentId },
			'Wait for the last result': { amount: 1, unit: 'seconds' },
			'Mail the customer': SENDER,
			'Mail the summary': DISPATCHER,
		});
		return { log, results };
	};
	const tour = {
		name: 'Zwolle North',
		orders: [routigoOrder('000453'), routigoOrder('000454', 'Joris van Heek', '110')],
	};

	it('tells every customer of a planned tour the window', async () => {
		const { log } = await open([
			['000453', 'femke@example.com'],
			['000999', 'somebody.else@example.com'],
		]);
		const { id, calls } = await stage().routigo(tour, { plan: {} });
		expect(calls).toBe(2);
		const executions = await log.executions(2);
		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
		await stage().step('routigo', id, 'repeat');
		await log.executions(4);
		const mails = await stage().story.mails();
		// The address of the second customer is not known.
		expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
			['femke@example.com', 'Your delivery 000453'],
		]);
		// 9:00 to 12:30 in Zwolle is in the evening in Melbourne, where n8n is.
		expect(mails[0]?.text).toContain('When: 3 Mar, ');
		expect(mails[0]?.text).toContain('Where: Korenbloemlaan 27 B, 8043XX Zwolle, NL');
		expect(mails[0]?.text).toContain('Follow it here: https://tracking.routigo.com/?trackingCode=');
	});

	it('gives each customer the own mail when RoutiGo tells of several at once', async () => {
		const { log } = await open([
			['000454', 'joris@example.com'],
			['000453', 'femke@example.com'],
		]);
		await stage().story.control('PATCH', 'routigo/settings', { smallerTypes: 'list' });
		expect((await stage().routigo(tour, { plan: {} })).calls).toBe(1);
		await log.executions(1);
		const mails = await stage().story.mails();
		const told = mails.map(({ to, text }) => `${to}: ${text.split('\n')[0]}`).sort();
		expect(told).toEqual([
			'femke@example.com: Hello Femke Oosterhof,',
			'joris@example.com: Hello Joris van Heek,',
		]);
	});

	it('takes the mail address that RoutiGo sends before the one in the sheet', async () => {
		const { log } = await open([['000453', 'old@example.com']]);
		const body = { id: 's-1', identifier: '000453', email: 'femke@example.com' };
		const fixedBodies = { SHIPMENT: body };
		await stage().story.control('PATCH', 'routigo/settings', { fixedBodies });
		await stage().routigo({ orders: [routigoOrder('000453')] }, { plan: {} });
		await log.executions(1);
		expect((await stage().story.mails()).map(({ to }) => to)).toEqual(['femke@example.com']);
	});

	it('sums up a finished tour, each assignment with its last result', async () => {
		const { log, results } = await open();
		const { id } = await stage().routigo(tour, { plan: {}, assign: {}, start: {}, done: {} });
		await stage().step('routigo', id, 'fail', { registrations: { reason: 'Nobody home' } });
		// Planned for two, done for two.
		await log.executions(4);
		await stage().step('routigo', id, 'changeRegistrations', {
			registrations: { note: 'At the door' },
		});
		await log.executions(5);
		await stage().step('routigo', id, 'finish');
		const executions = await log.executions(6);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(results.rows().map(({ reference, status }) => [reference, status])).toEqual([
			['000453', 'delivered'],
			['000454', 'attempt_failed'],
			['000453', 'delivered'],
		]);
		const [mail, ...more] = await stage().story.mails();
		expect(more).toEqual([]);
		expect([mail?.to, mail?.subject]).toEqual([
			DISPATCHER.toEmail,
			'Tour Zwolle North is finished',
		]);
		expect(mail?.text).toContain('Delivered: 1\nNot delivered: 1\n');
		expect(mail?.text).toContain('000454, Joris van Heek');
	});
}
