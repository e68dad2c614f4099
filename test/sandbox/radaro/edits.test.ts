import { Bench, type Dict, minimal, Receiver } from '../support/bench';

let bench: Bench;
let receiver: Receiver;
beforeAll(async () => {
	bench = await Bench.start();
	receiver = await Receiver.start();
});
afterAll(async () => {
	receiver.close();
	await bench.sandbox.close();
});
beforeEach(async () => {
	await bench.control('POST', 'reset');
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	receiver.received.length = 0;
	receiver.answer = () => 200;
});

const last = (): Dict => receiver.bodies.at(-1) ?? {};
const info = (): Dict => last().order_info as Dict;

describe('changes by PATCH', () => {
	const patch = async (body: Dict): Promise<void> => {
		await bench.jobs('PATCH', 'A-1/', body);
		await bench.control('POST', 'settle');
	};
	beforeEach(async () => {
		await bench.jobs('POST', '', minimal('A-1'));
		await bench.control('POST', 'settle');
		receiver.received.length = 0;
	});

	it('an assignment looks like one by hand', async () => {
		await patch({ driver: 3391054 });
		expect(last().new_values).toEqual({ status: 'assigned' });
		expect(last().old_values).toEqual({ status: 'not_assigned' });
		expect(info().starting_point).not.toBeNull();
	});

	it('an edit has the topic that is set, or sends nothing', async () => {
		await patch({ title: 'new', comment: '' });
		expect(last()).toMatchObject({ topic: 'job.changed', new_values: { title: 'new' } });
		expect(last().old_values).toEqual({ title: '' });
		await bench.settings({ editEvent: 'job.status_changed' });
		await patch({ title: 'newer' });
		expect(last().topic).toBe('job.status_changed');
		await bench.settings({ editEvent: 'none' });
		await patch({ title: 'newest' });
		await patch({ title: 'newest', status: 'not_assigned' });
		expect(receiver.received).toHaveLength(2);
	});
});
