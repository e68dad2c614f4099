import { deliveryEventSchema } from '../../nodes/shared/deliveryEvent';
import { templateFile } from '../support/storyWorkflow';
import { headingsOf, noteOf, TEMPLATES } from '../support/templates';

describe.each(TEMPLATES)('the template %s', (name) => {
	it('says what it does and what to fill in', async () => {
		const file = await templateFile(name);
		expect(noteOf(file, 'About')).toMatch(/^## .+\n\n.+/);
		expect(noteOf(file, 'What to fill in')).toMatch(/^## What to fill in\n\n1\. /);
	});

	it('names every node that its notes speak of as it is named', async () => {
		const file = await templateFile(name);
		const names = file.nodes.map((node) => node.name);
		const notes = ['About', 'What to fill in'].map((note) => noteOf(file, note)).join();
		const bold = [...notes.matchAll(/\*\*(.+?)\*\*/g)].map((match) => match[1]);
		expect(bold.filter((word) => !names.includes(word ?? ''))).toEqual([]);
	});

	it('holds nothing of anybody: no credential, address, mail address or data', async () => {
		const file = await templateFile(name);
		expect(Object.keys(file).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		for (const node of file.nodes) {
			expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['credentials']));
			expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['webhookId']));
		}
		expect(JSON.stringify(file)).not.toMatch(/[\w.]+@[\w-]+\.\w|https?:/);
	});

	it('connects every node that is not a note', async () => {
		const file = await templateFile(name);
		const linked = JSON.stringify(file.connections);
		const alone = file.nodes
			.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
			.filter((node) => !linked.includes(JSON.stringify(node.name)));
		expect(alone).toEqual([]);
	});
});

it('gives the delivery log a heading for every column of the delivery event, in its order', async () => {
	const headings = headingsOf(await templateFile('delivery-log'));
	expect(headings).toEqual(Object.keys(deliveryEventSchema.shape));
});
