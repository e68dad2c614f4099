import { z } from 'zod';

import type { Node } from '../support/chain';
import { templateFile } from '../support/storyWorkflow';
import { ALL_TEMPLATES, noteOf } from '../support/templates';

/** A node's square on n8n's canvas, and the room for its name below it, in pixels. */
const SQUARE = 96;
const NAME = 40;

/** As n8n numbers the colours of notes. */
const GREEN = 4;

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
	const places = nodes.filter((node) => !isFrame(node)).map((node) => ({ ...placeOf(node), node }));
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
	const notes = nodes.filter((node) => isNote(node) && !isFrame(node));
	const covered = nodes.filter(isTried).flatMap((trigger) => {
		const { left, top } = placeOf(trigger);
		const button = { left: left - BUTTON, top, right: left, bottom: top + SQUARE };
		return notes
			.filter((note) => overlap(placeOf(note), button))
			.map((note) => [note.name, trigger.name]);
	});
	expect(covered).toEqual([]);
});

it.each(ALL_TEMPLATES)(
	'%s lays green under what its steps name, with their numbers',
	async (name) => {
		const file = await templateFile(name);
		const named = new Map(
			file.nodes.filter((node) => !isFrame(node)).map((node) => [node.name, node]),
		);
		const steps = stepsIn(noteOf(file, 'What to fill in')).filter(([, node]) => named.has(node));
		const frames = file.nodes.filter(isFrame);
		const told = frames.map((frame) => [noteOf(file, frame.name), frame.name]);
		expect(told).toEqual(steps.map(([step, node]) => [`## ${step}`, `Step ${step}: ${node}`]));
		expect(frames.map(({ parameters }) => parameters)).toEqual(
			frames.map(() => expect.objectContaining({ color: GREEN })),
		);
		for (const [index, frame] of frames.entries()) {
			const within = [...named.values()].filter(
				(node) => !isNote(node) && overlap(placeOf(frame), squareOf(node)),
			);
			expect(within.map((node) => node.name)).toEqual([steps[index]?.[1]]);
		}
	},
);

/** The numbers of a note's steps with the nodes that they name to be filled in, each once. */
function stepsIn(note: string): Array<[string, string]> {
	const found = new Map<string, string>();
	for (const [, step = '', text = ''] of note.matchAll(
		/^(?:## )?(\d+)\. (?!Try it|Publish)(.*)/gm,
	)) {
		for (const [, node = ''] of text.matchAll(/\*\*(.+?)\*\*/g)) {
			if (!found.has(node)) found.set(node, step);
		}
	}
	return [...found].map(([node, step]) => [step, node]);
}

/** Whether a user may run a workflow from a node. */
function isTried({ type }: Node): boolean {
	return /(Trigger|\.webhook)$/.test(type) && !/\.(error|n8n)Trigger$/.test(type);
}

function isNote({ type }: Node): boolean {
	return /\.stickyNote$/.test(type);
}

/** A note that lies under one node on purpose. */
function isFrame({ name }: Node): boolean {
	return name.startsWith('Step ');
}

function squareOf(node: Node): Place {
	const place = placeOf(node);
	return { ...place, bottom: place.top + SQUARE };
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
