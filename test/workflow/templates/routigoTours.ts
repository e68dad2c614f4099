import type { WorkflowFile } from '../../../runtime/rest';
import { type Cells, EventLog } from '../../support/eventLog';
import { routigoOrder } from '../../support/routigoOrder';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';

const NAME = 'routigo-tours';
const SENDER = 'shop@sender.example';
const DISPATCHER = 'dispatch@shop.example';
const SETTINGS = {
	...{ sender: SENDER, dispatcher: DISPATCHER },
	...{ begin: 'beginning', waitSeconds: -5 },
};
const WAREHOUSE = { name: 'Magazijn Noord', streetName: 'Havenkade', houseNumber: '3' };
const TOUR = {
	name: 'Zwolle North',
	orders: [
		{
			...routigoOrder('000453'),
			pickupLocation: {
				addressInformation: {
					...WAREHOUSE,
					...{ postcode: '9723XX', cityName: 'Groningen', countryCode: 'NL' },
				},
			},
		},
		routigoOrder('000454', 'Joris van Heek', '110'),
	],
};

let events = 0;
/** An event of a tour, in a row of the log. */
function event(values: Cells): Cells {
	events++;
	return {
		...{ eventId: `t${events}`, stateId: `t${events}`, provider: 'routigo' },
		...{ routeId: 't-1', routeName: 'Morning 1', receivedAt: '2026-03-03T11:00:00Z' },
		...values,
	};
}
const planned = (job: string, values: Cells = {}): Cells =>
	event({
		...{ event: 'route_planned', status: 'scheduled', providerEvent: 'TOUR_PLANNED' },
		...{ jobId: `s-${job}`, stateId: `s-${job}`, reference: job, jobType: 'delivery' },
		...{
			recipientEmail: `${job.toLowerCase()}@customer.example`,
			windowFrom: '2099-03-03T09:00:00',
		},
		...{ windowTo: '2099-03-03T12:00:00', ...values },
	});
const done = (job: string, status: string, outcome: string, values: Cells = {}): Cells =>
	event({
		...{ event: 'status_changed', providerEvent: 'ASSIGNMENT_DONE', status, outcome },
		...{ jobId: `a-${job}`, reference: job, jobType: 'delivery', ...values },
	});
const finished = (values: Cells = {}): Cells =>
	event({ event: 'route_finished', status: 'unknown', providerEvent: 'TOUR_FINISHED', ...values });

export function routigoTours(stage: () => Stage): void {
	const open = async (
		settings: Record<string, string | number> = {},
		edit?: (file: WorkflowFile) => WorkflowFile,
	): Promise<{ log: EventLog; reader: StoryWorkflow }> => {
		const log = await EventLog.open(stage());
		return { log, reader: await log.reader(NAME, { ...SETTINGS, ...settings }, edit) };
	};
	const told = async () =>
		(await stage().story.mails()).map(({ to, subject }) => `${to}: ${subject}`);
	const summary = async () =>
		(await stage().story.mails()).find(({ subject }) => subject.endsWith('is finished'))?.text ??
		'';

	it('sends all its sample mails to the dispatcher when it is tried, and touches nothing else', async () => {
		const { log, reader } = await open();
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect((await told()).sort()).toEqual([
			`${DISPATCHER}: Tour Morning 1 is finished`,
			`${DISPATCHER}: Your delivery SAMPLE-3001`,
			`${DISPATCHER}: Your delivery SAMPLE-3002`,
			`${DISPATCHER}: Your delivery SAMPLE-3003`,
		]);
		expect(await summary()).toBe(
			'Tour Morning 1 of Dana Driver is finished.\n\nDelivered: 2\nNot delivered: 1\n\nNot delivered:\nSAMPLE-3003, Sanne Sample, Nobody home\n',
		);
		for (const table of ['delivery_readers', 'delivery_told', 'delivery_events']) {
			expect(await log.rows(table)).toEqual([]);
		}
	});

	it('tells customers and dispatcher of a tour from its plan to its end', async () => {
		const { log, reader } = await open();
		await stage().connected(log.receive);
		await stage().publish(reader);
		const body = (identifier: string) => ({
			...{ id: `s-${identifier}`, identifier, email: `${identifier}@customer.example` },
			timeWindow: { from: '2099-03-03T09:00:00', to: '2099-03-03T12:30:00' },
		});
		const fixedBodies = { SHIPMENT: body('000453') };
		await stage().story.control('PATCH', 'routigo/settings', { fixedBodies });
		const { id } = await stage().routigo(TOUR, { plan: {} });
		await stage().story.control('PATCH', 'routigo/settings', { fixedBodies: {} });
		await log.passed(reader);
		// The first stop is the pick-up.
		for (const step of ['assign', 'start', 'done', 'break', 'charge', 'done', 'neighbours']) {
			await stage().step('routigo', id, step);
		}
		await stage().step('routigo', id, 'finish');
		await stage().step('routigo', id, 'repeat');
		await log.passed(reader);
		expect((await told()).sort()).toEqual([
			'000453@customer.example: Your delivery 000453',
			`${DISPATCHER}: Tour Zwolle North is finished`,
		]);
		expect(await summary()).toContain('Delivered: 2\nNot delivered: 0\nPicked up: 1\n');
	});

	it('counts deliveries alone, each with its last result, in whichever order they arrive', async () => {
		const { log, reader } = await open();
		const at = (time: string): Cells => ({ occurredAt: `2026-03-03T${time}:00+01:00` });
		await log.add(
			// As four of them arrive after the end of the tour.
			finished(),
			done('P-1', 'picked_up', 'pending', { jobType: 'collection' }),
			done('break', 'unknown', 'pending', { jobType: null, reference: null }),
			done('charging', 'unknown', 'pending', { jobType: null, reference: null }),
			done('D-1', 'delivered', 'success', at('11:00')),
			done('D-1', 'attempt_failed', 'failure', at('10:00')),
			done('D-2', 'delivered', 'success', { providerStatus: 'DELIVERED_AT_NEIGHBOURS' }),
			// The same ones as stops and shipments, and another tour.
			done('D-1', 'delivered', 'success', { providerEvent: 'STOP_DONE', jobId: 'stop-1' }),
			done('D-9', 'attempt_failed', 'failure', { routeId: 't-2' }),
		);
		await stage().publish(reader);
		await log.passed(reader);
		expect(await summary()).toBe(
			'Tour Morning 1 is finished.\n\nDelivered: 2\nNot delivered: 0\nPicked up: 1\n',
		);
		await log.add(
			planned('D-3', { routeId: 't-3', recipientEmail: null }),
			planned('D-4', { routeId: 't-3', recipientEmail: null }),
			done('D-3', 'unknown', 'pending', { routeId: 't-3', providerStatus: 'ZUGESTELLT?' }),
			finished({ routeId: 't-3', routeName: null, driverName: 'Dana' }),
			finished(),
		);
		await log.passed(reader);
		const [, mail, ...others] = await stage().story.mails();
		expect(others).toEqual([]);
		expect(mail?.text).toBe(
			'Tour t-3 of Dana is finished.\n\nDelivered: 0\nNot delivered: 0\nNot clear: 1\nPlanned, without a result: 1\n\nNot clear, RoutiGo says:\nD-3, ZUGESTELLT?\n\nPlanned, without a result:\nD-4\n',
		);
	});

	it('waits for results that arrive after the end of their tour', async () => {
		const { log, reader } = await open({ waitSeconds: 6 });
		await stage().publish(reader);
		await log.add(finished());
		await new Promise((resolve) => setTimeout(resolve, 2500));
		await log.add(done('D-1', 'delivered', 'success'));
		expect(await told()).toEqual([]);
		await log.passed(reader);
		expect(await summary()).toContain('Delivered: 1\n');
	});

	it('tells each customer once, and again of a new window, and of no plan that is past', async () => {
		const { log, reader } = await open();
		const later = { windowFrom: '2099-03-03T13:00:00', windowTo: '2099-03-03T15:00:00' };
		await log.add(
			planned('D-1'),
			planned('D-2'),
			planned('P-1', { jobType: 'collection' }),
			planned('D-3'),
			done('D-3', 'delivered', 'success'),
			// A tour as a whole.
			planned('tour', { jobId: null, recipientEmail: 'somebody@customer.example' }),
			planned('NOBODY', { recipientEmail: null }),
			// Refused by every mail server.
			planned('D-4', { recipientEmail: '@' }),
		);
		await stage().publish(reader);
		await log.passed(reader);
		await log.add(planned('D-1'), planned('D-2', later));
		await log.passed(reader);
		expect((await told()).sort()).toEqual([
			'd-1@customer.example: Your delivery D-1',
			'd-2@customer.example: Your delivery D-2',
			'd-2@customer.example: Your delivery D-2',
		]);
		const [last] = await stage().story.mails();
		const texts = (await stage().story.mails()).map(({ text }) => /When: (.+)/.exec(text)?.[1]);
		expect(last && texts.sort()).toEqual([
			'3 Mar, 09:00 to 12:00',
			'3 Mar, 09:00 to 12:00',
			'3 Mar, 13:00 to 15:00',
		]);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({ reference: 'D-4', message: expect.stringContaining('501') }),
		]);
	});

	it('looks addresses up in the sheet where RoutiGo sends none, once its headings are right', async () => {
		const { google } = stage().story;
		const book = google.spreadsheet('Customers', ['Reference', 'email']);
		const rows = [['000453', 'femke@customer.example']];
		book.sheet.write({ sheet: 'Customers', top: 1, left: 0 }, rows, 'RAW');
		const { log, reader } = await open({}, (file) => ({
			...file,
			nodes: file.nodes.map((node) =>
				node.name === 'Address book'
					? {
							...node,
							disabled: false,
							parameters: { ...(node.parameters as object), documentId: book.documentId },
						}
					: node,
			),
		}));
		await log.add(
			planned('000453', { recipientEmail: null }),
			planned('000454', { recipientEmail: null }),
			planned('000455', { recipientEmail: 'own@customer.example' }),
		);
		await stage().publish(reader);
		await reader.executions(2);
		expect(await told()).toEqual([]);
		expect(String((await log.state(reader))?.lastError)).toBe(
			'Address book: the tab Customers must have the headings reference and email in row 1, written just so. Until then no mail is sent. The events wait in the event log, and none is lost.',
		);
		book.sheet.paste([['reference', 'email']]);
		await log.passed(reader);
		expect((await told()).sort()).toEqual([
			'femke@customer.example: Your delivery 000453',
			'own@customer.example: Your delivery 000455',
		]);
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('leaves the customers to another workflow where Settings say so', async () => {
		const { log, reader } = await open({ customers: ' No' });
		await log.add(planned('D-1'), finished());
		await stage().publish(reader);
		await log.passed(reader);
		expect(await told()).toEqual([`${DISPATCHER}: Tour Morning 1 is finished`]);
	});

	it('keeps its own part of the log whole: exactly the columns of the table', async () => {
		const [tours, receive] = await Promise.all([
			templateFile(NAME),
			templateFile('event-log/receive'),
		]);
		const columns = ({ nodes }: WorkflowFile) =>
			nodes.find(({ name }) => name === "The table's columns")?.parameters;
		expect(columns(tours)).toEqual(columns(receive));
	});
}
