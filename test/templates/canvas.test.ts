import { z } from 'zod';

import type { Node } from '../support/chain';
import { templateFile } from '../support/storyWorkflow';
import { ALL_TEMPLATES } from '../support/templates';

/** A node's square on n8n's canvas, and the room for its name below it, in pixels. */
const SQUARE = 96;
const NAME = 40;

/** Room for the button that n8n shows to the left of a trigger that the mouse is over. */
const BUTTON = 180;

interface Place {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

it.each(ALL_TEMPLATES)('%s lays no note over a node or another note', async (name) => {
	const { nodes } = await templateFile(name);
	const places = nodes.map((node) => ({ ...placeOf(node), node }));
	const over = places
		.filter(({ node }) => isNote(node))
		.flatMap((note) =>
			places
				.filter((other) => other.node !== note.node && overlap(note, other))
				.map((other) => [note.node.name, other.node.name]),
		);
	expect(over).toEqual([]);
});

it.each(ALL_TEMPLATES)('%s lays no note over the button of a trigger', async (name) => {
	const { nodes } = await templateFile(name);
	const notes = nodes.filter(isNote);
	const covered = nodes.filter(isTried).flatMap((trigger) => {
		const { left, top } = placeOf(trigger);
		const button = { left: left - BUTTON, top, right: left, bottom: top + SQUARE };
		return notes
			.filter((note) => overlap(placeOf(note), button))
			.map((note) => [note.name, trigger.name]);
	});
	expect(covered).toEqual([]);
});

/** Whether a user may run a workflow from a node. */
function isTried({ type }: Node): boolean {
	return /(Trigger|\.webhook)$/.test(type) && !/\.(error|n8n)Trigger$/.test(type);
}

function isNote({ type }: Node): boolean {
	return /\.stickyNote$/.test(type);
}

function placeOf(node: Node): Place {
	const [left, top] = z.tuple([z.number(), z.number()]).parse(node.position);
	const note = z.object({ width: z.number(), height: z.number() });
	const { width, height } = isNote(node)
		? note.parse(node.parameters)
		: { width: SQUARE, height: SQUARE + NAME };
	return { left, top, right: left + width, bottom: top + height };
}

function overlap(one: Place, other: Place): boolean {
	const beside = one.right <= other.left || other.right <= one.left;
	return !beside && one.top < other.bottom && other.top < one.bottom;
}
