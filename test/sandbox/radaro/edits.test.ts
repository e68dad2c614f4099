import { type Dict, minimal } from '../support/bench';
import { Portal } from './support';

const portal = Portal.use();

const last = (): Dict => portal.receiver.bodies.at(-1) ?? {};
const info = (): Dict => last().order_info as Dict;

describe('changes by PATCH', () => {
	const patch = async (body: Dict): Promise<void> => {
		await portal.bench.jobs('PATCH', 'A-1/', body);
		await portal.bench.control('POST', 'settle');
	};
	beforeEach(async () => {
		await portal.bench.jobs('POST', '', minimal('A-1'));
		await portal.bench.control('POST', 'settle');
		portal.receiver.received.length = 0;
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
		await portal.bench.settings({ editEvent: 'job.status_changed' });
		await patch({ title: 'newer' });
		expect(last().topic).toBe('job.status_changed');
		await portal.bench.settings({ editEvent: 'none' });
		await patch({ title: 'newest' });
		await patch({ title: 'newest', status: 'not_assigned' });
		expect(portal.receiver.received).toHaveLength(2);
	});
});
