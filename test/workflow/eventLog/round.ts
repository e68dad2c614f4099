import type { WorkflowFile } from '../../../runtime/rest';
import { ORGANIZATION, type Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { without } from '../../support/without';
import type { Form } from './forms';

type Row = Record<string, unknown>;

/** The nightly round, in one form of the log. */
export function round(stage: () => Stage, form: Form): void {
	const imported = async (
		edit: (file: WorkflowFile) => WorkflowFile = (file) => file,
	): Promise<StoryWorkflow> => {
		const file = edit(await templateFile(form.template('round')));
		const asked = 'Orders in ReadyCloud';
		const hasIt = file.nodes.some(({ name }) => name === asked);
		return await stage().importedFile(
			file,
			hasIt ? { [asked]: { organizationId: ORGANIZATION } } : {},
		);
	};
	const states = (rows: Row[]) =>
		rows.map(({ reference, status }) => `${String(reference)} ${String(status)}`).sort();

	it('writes each state that no webhook told, once, and none that the log has', async () => {
		const { receive, events } = await form.open(stage());
		await stage().connected(receive);
		const radaro = await stage().radaro({ external_id: 'R-1' }, { assign: {} });
		await stage().radaro({ external_id: 'R-2' }, { assign: {}, start: {}, deliver: {} });
		await stage().radaro({ external_id: 'R-3' }, { assign: {}, start: {}, deliver: {}, rate: {} });
		const detrack = await stage().detrack({ do_number: 'D-1' }, { assign: {} });
		await stage().detrack({ do_number: 'D-2' }, { assign: {}, complete: {} });
		const again = await stage().detrack({ do_number: 'D-3' }, { hold: {}, dispatch: {} });
		const order = await stage().readyCloud({ primary_id: 'C-1' }, { pack: {}, ship: {} });
		await stage().readyCloud({ primary_id: 'C-2' }, { pack: {}, ship: {}, deliver: {} });
		const told = (await events()).length;

		await receive.deactivate();
		await stage().step('radaro', radaro.id, 'start');
		await stage().step('radaro', radaro.id, 'deliver');
		await stage().radaro({ external_id: 'R-4' }, { assign: {} });
		await stage().step('detrack', detrack.id, 'fail', { reason: 'Nobody home' });
		await stage().detrack({ do_number: 'D-4' }, { assign: {} });
		await stage().step('detrack', again.id, 'hold');
		await stage().step('readycloud', order.id, 'deliver');
		await stage().readyCloud({ primary_id: 'C-3' });
		expect(await events()).toHaveLength(told);

		const workflow = await imported();
		expect((await workflow.run('Now')).error).toBeUndefined();
		const found = (await events()).slice(told);
		expect(states(found)).toEqual([
			'C-1 delivered',
			'C-3 created',
			'D-1 attempt_failed',
			'D-3 on_hold',
			'D-4 out_for_delivery',
			'R-1 delivered',
			'R-4 assigned',
		]);
		expect(found[0]).toMatchObject({ event: 'status_changed', photoUrls: '[]', eventName: null });
		const ids = (await events()).map(({ eventId }) => eventId);
		expect(new Set(ids).size).toBe(ids.length);

		expect((await workflow.run('Now')).error).toBeUndefined();
		expect(await events()).toHaveLength(told + found.length);
	});

	it('keeps what the others tell where a service fails, and says which', async () => {
		const { events } = await form.open(stage());
		const workflow = await imported(without('Orders in ReadyCloud'));
		await stage().radaro({ external_id: 'R-1' });
		await stage().detrack({ do_number: 'D-1' });
		await stage().story.control('POST', 'radaro/faults', { kind: 'status', status: 403 });
		const { error } = await workflow.run('Now');
		expect(error).toMatch(
			/^Not every service could be asked\. What the others told is kept, and the next round asks again\. .*Radaro/,
		);
		expect(states(await events())).toEqual(['D-1 created']);
		await stage().story.control('DELETE', 'radaro/faults');
		expect((await workflow.run('Now')).error).toBeUndefined();
		expect(states(await events())).toEqual(['D-1 created', 'R-1 created']);
	});

	it('tells nothing that was before the oldest event of the log', async () => {
		const { events, add } = await form.open(stage());
		await stage().radaro({ external_id: 'R-1' });
		await stage().readyCloud({ primary_id: 'C-1' });
		await add({ eventId: 'oldest' });
		// As if it had been there for more than two days.
		const old = await imported(
			(file) =>
				JSON.parse(
					JSON.stringify(file).replace('$now.minus({ days: 2 })', '$now.plus({ days: 2 })'),
				) as WorkflowFile,
		);
		expect((await old.run('Now')).error).toBeUndefined();
		expect(await events()).toHaveLength(1);
		expect((await (await imported()).run('Now')).error).toBeUndefined();
		expect(states((await events()).slice(1))).toEqual(['C-1 created', 'R-1 created']);
	});
}
