import { keptParameters } from '../../support/nodeParameters';
import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';
import { TEMPLATES } from '../../support/templates';

const NEEDS_NOTHING = ['event-log/jobs', 'event-log/reader'];

export function everyTemplate(stage: () => Stage): void {
	it.each(TEMPLATES)('%s says what is missing when it is published at once', async (name) => {
		const { rest } = stage().story;
		const file = await templateFile(name);
		// Those that read and write Data Tables alone have all that they need.
		if (NEEDS_NOTHING.includes(name)) {
			await stage().publish(await stage().importedFile(file));
			return;
		}
		const workflow = await rest.importWorkflow(file);
		await expect(rest.activate(workflow)).rejects.toThrow(
			/Missing required credential: |no trigger node/,
		);
	});

	it.each(TEMPLATES)('%s keeps every setting when it is saved in the editor', async (name) => {
		const types = await stage().story.rest.nodeTypes();
		for (const node of (await templateFile(name)).nodes) {
			expect(keptParameters(types, node)).toMatchObject(node.parameters ?? {});
		}
	});
}
