import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { type Found, PARAMETERS } from '../support/everyOperation';
import { locator } from '../support/readycloud';
import { errorOf } from '../support/runOperation';
import { ScriptedServer } from '../support/scripted';

/** What an empty value refuses is marked in the form, so that it is seen before the first run. */
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(() => ({ status: 500 }));
});
afterAll(async () => await server.stop());
beforeEach(() => server.asked.splice(0));

/** An empty one is only refused while something else, which may stand in for it, is empty as well. */
const STOOD_IN_FOR = ['Radaro job.create address', 'Radaro job.createMany address'];
/** Needed here, but not where Detrack makes the number: the same field, and n8n has one mark for both. */
const NEEDED_IN_PART = ['Detrack job.createMany doNumber'];

const nameOf = ({ vendor, operation, property }: Found): string =>
	`${vendor} ${operation} ${property.name}`;

const FILLED_IN = PARAMETERS.filter(
	(found) =>
		/^(string|dateTime|json|resourceLocator|multiOptions)$/.test(found.property.type) &&
		![...STOOD_IN_FOR, ...NEEDED_IN_PART].includes(nameOf(found)),
);

/** What else must be chosen so that the editor shows a field. */
function shownBy({ displayOptions }: INodeProperties): IDataObject {
	const { resource, operation, ...others } = displayOptions?.show ?? {};
	return Object.fromEntries(
		Object.entries(others).map(([name, values]) => [name, values?.[0] as IDataObject[string]]),
	);
}

function emptied({ name, type }: INodeProperties): IDataObject {
	if (type === 'multiOptions') return { [name]: [] };
	return { [name]: type === 'resourceLocator' ? locator('list', '') : '' };
}

it('looks at fields of all operations that have any', () => {
	expect(FILLED_IN.length).toBeGreaterThan(60);
	expect(new Set(FILLED_IN.map(({ vendor }) => vendor)).size).toBe(4);
});

it.each(FILLED_IN.map((found) => [nameOf(found), found] as const))(
	'%s is marked as required exactly if it is refused when it is empty',
	async (_name, { property, run }) => {
		const parameters = { ...shownBy(property), ...emptied(property) };
		const { message } = await errorOf(run(server.url, parameters));
		const refused = server.asked.length === 0 && message.includes(`"${property.displayName}"`);
		expect([property.required === true, message]).toEqual([refused, message]);
	},
);
