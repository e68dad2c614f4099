import type { WorkflowFile } from '../../../runtime/rest';
import { until } from '../../support/eventLog';
import { ORGANIZATION, type Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { without } from '../../support/without';
import type { Form } from './forms';

const TRIGGERS = [
	'Radaro Changes Trigger',
	'Detrack Changes Trigger',
	'ReadyCloud Changes Trigger',
];

/** The workflow that asks for changes, in one form of the log. */
export function changes(stage: () => Stage, form: Form): void {
	/** As a user leaves it for one service. */
	const asking = async (trigger: string): Promise<StoryWorkflow> => {
		const others = TRIGGERS.filter((name) => name !== trigger);
		const file = others.reduce<WorkflowFile>(
			(all, name) => without(name)(all),
			await templateFile(form.template('changes')),
		);
		const own = trigger.startsWith('ReadyCloud')
			? { [trigger]: { organizationId: ORGANIZATION } }
			: {};
		return await stage().importedFile(file, own);
	};

	it('keeps what has changed while nothing was published, once, and nothing from before', async () => {
		const { events } = await form.open(stage());
		const radaro = await stage().radaro({ external_id: 'R-1' });
		const detrack = await stage().detrack({ do_number: 'D-1' });
		const order = await stage().readyCloud({ primary_id: 'C-1' });
		const workflows = [];
		for (const trigger of TRIGGERS) {
			workflows.push(await stage().publish(await asking(trigger)));
		}
		for (const workflow of workflows) await workflow.deactivate();
		await stage().step('radaro', radaro.id, 'assign');
		await stage().step('detrack', detrack.id, 'hold');
		await stage().step('readycloud', order.id, 'pack');
		await stage().step('readycloud', order.id, 'ship');
		for (const workflow of workflows) await workflow.activate();
		await until(async () => (await events()).length >= 3);
		const row = (reference: string, status: string) =>
			expect.objectContaining({ reference, status, eventName: null, items: expect.any(String) });
		const kept = await events();
		expect(kept).toEqual(
			expect.arrayContaining([
				row('R-1', 'assigned'),
				row('D-1', 'on_hold'),
				row('C-1', 'in_transit'),
			]),
		);
		for (const workflow of workflows) {
			await workflow.deactivate();
			await workflow.activate();
		}
		expect(await events()).toHaveLength(3);
	});

	it('shows its samples when it is tried, and touches nothing', async () => {
		const { events } = await form.open(stage());
		for (const trigger of TRIGGERS) {
			expect((await (await asking(trigger)).run(trigger)).error).toBeUndefined();
		}
		expect(await events()).toEqual([]);
	});
}
