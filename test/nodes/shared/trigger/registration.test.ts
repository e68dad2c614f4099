import { type INode, NodeApiError } from 'n8n-workflow';

import {
	findSoundWebhooks,
	registerWebhooks,
	unregisterWebhooks,
	type WebhookRegistration,
} from '../../../../nodes/shared/trigger/registration';
import { mock } from '../../../support/mock';

interface Entry {
	id: number;
	event: string | null;
	sound: boolean;
}

const entry = (id: number, event: string | null, sound = true): Entry => ({ id, event, sound });

/** A vendor with some webhooks, at which chosen steps fail. */
class Vendor {
	readonly done: string[] = [];
	/** Steps such as `create contact` that fail before or after they have an effect. */
	failing = new Map<string, 'before' | 'after'>();
	notOffered: string[] = [];
	#next = 100;

	readonly #wanted: string[];

	constructor(
		wanted: string[],
		public entries: Entry[] = [],
	) {
		this.#wanted = wanted;
	}

	get registration(): WebhookRegistration<Entry> {
		return {
			wanted: this.#wanted,
			list: async () => {
				this.#step('list', () => undefined);
				return [...this.entries];
			},
			idOf: ({ id }) => String(id),
			eventOf: ({ event }) => event,
			isSound: ({ sound }) => sound,
			create: async (event) => this.#create(event),
			repair: async ({ id }, event) => {
				this.#remove(id);
				return this.#create(event);
			},
			remove: async ({ id }) => this.#remove(id),
		};
	}

	#create(event: string): Entry | null {
		if (this.notOffered.includes(event)) return null;
		const made = entry(this.#next++, event);
		this.#step(`create ${event}`, () => this.entries.push(made));
		return made;
	}

	#remove(id: number): void {
		this.#step(`remove ${id}`, () => {
			this.entries = this.entries.filter((each) => each.id !== id);
		});
	}

	#step(name: string, effect: () => void): void {
		const failing = this.failing.get(name);
		if (failing === 'before') throw new Error(`${name} failed`);
		effect();
		this.done.push(name);
		if (failing === 'after') throw new Error(`the answer to "${name}" was lost`);
	}
}

/** A vendor whose list gives each webhook again on its next page. */
function repeating(vendor: Vendor): WebhookRegistration<Entry> {
	const { registration } = vendor;
	const list = async () => {
		const once = await registration.list();
		return [...once, ...once.map((each) => ({ ...each }))];
	};
	return { ...registration, list };
}

const eventsOf = ({ entries }: Vendor) => entries.map(({ event }) => event).sort();

describe('what is there is sound', () => {
	it.each<[string, Entry[]]>([
		['one for each event', [entry(1, 'orders'), entry(2, 'contact')]],
		['whatever their order', [entry(2, 'contact'), entry(1, 'orders')]],
	])('with %s', async (_what, entries) => {
		const sound = await findSoundWebhooks(new Vendor(['orders', 'contact'], entries).registration);
		expect(sound?.map(({ event }) => event)).toEqual(['orders', 'contact']);
	});

	it.each<[string, Entry[]]>([
		['nothing', []],
		['one missing', [entry(1, 'orders')]],
		['one suspended', [entry(1, 'orders'), entry(2, 'contact', false)]],
		['one doubled', [entry(1, 'orders'), entry(2, 'contact'), entry(3, 'orders')]],
		['a suspended twin', [entry(1, 'orders'), entry(2, 'contact'), entry(3, 'orders', false)]],
		['one that is not wanted', [entry(1, 'orders'), entry(2, 'contact'), entry(3, 'packaging')]],
		['one of no event', [entry(1, 'orders'), entry(2, 'contact'), entry(3, null)]],
	])('is not with %s, and nothing is changed', async (_what, entries) => {
		const vendor = new Vendor(['orders', 'contact'], entries);
		expect(await findSoundWebhooks(vendor.registration)).toBeNull();
		expect(vendor.done).toEqual(['list']);
	});
});

describe('registering', () => {
	it('takes a webhook that is listed twice for one', async () => {
		const vendor = new Vendor(['orders'], [entry(1, 'orders')]);
		expect(await findSoundWebhooks(repeating(vendor))).toEqual([entry(1, 'orders')]);
		expect((await registerWebhooks(repeating(vendor))).map(({ id }) => id)).toEqual([1]);
		expect(vendor.entries.map(({ id }) => id)).toEqual([1]);
	});

	it('keeps what is sound, replaces what is not, and removes the rest', async () => {
		const vendor = new Vendor(
			['orders', 'contact', 'packaging'],
			[entry(1, 'orders'), entry(2, 'contact', false), entry(3, 'webhook'), entry(4, 'orders')],
		);
		const given = await registerWebhooks(vendor.registration);
		expect(given.map(({ event }) => event).sort()).toEqual(['contact', 'orders', 'packaging']);
		expect(vendor.entries.map(({ id }) => id)).not.toContain(2);
		expect(vendor.entries.map(({ id }) => id)).toContain(1);
		expect(await findSoundWebhooks(vendor.registration)).toHaveLength(3);
	});

	it('prefers a sound one to a suspended one that comes first', async () => {
		const vendor = new Vendor(['orders'], [entry(1, 'orders', false), entry(2, 'orders')]);
		expect((await registerWebhooks(vendor.registration)).map(({ id }) => id)).toEqual([2]);
		expect(vendor.entries.map(({ id }) => id)).toEqual([2]);
	});

	it('leaves out what the vendor does not offer', async () => {
		const vendor = new Vendor(['orders', 'order-delivered']);
		vendor.notOffered = ['order-delivered'];
		expect((await registerWebhooks(vendor.registration)).map(({ event }) => event)).toEqual([
			'orders',
		]);
	});

	it('changes nothing the second time', async () => {
		const vendor = new Vendor(['orders', 'contact']);
		await registerWebhooks(vendor.registration);
		const { entries } = vendor;
		await registerWebhooks(vendor.registration);
		expect(vendor.entries).toEqual(entries);
	});

	it.each([
		['create contact', 'before'],
		['create contact', 'after'],
		['create packaging', 'before'],
	] as const)('removes all that it made when "%s" fails %s its effect', async (step, when) => {
		const vendor = new Vendor(['orders', 'contact', 'packaging'], [entry(1, 'webhook')]);
		vendor.failing.set(step, when);
		await expect(registerWebhooks(vendor.registration)).rejects.toThrow(step);
		expect(eventsOf(vendor)).toEqual(['webhook']);
	});

	it('keeps what was there before when a step fails', async () => {
		const vendor = new Vendor(['orders', 'contact'], [entry(1, 'orders'), entry(2, 'webhook')]);
		vendor.failing.set('remove 2', 'before');
		await expect(registerWebhooks(vendor.registration)).rejects.toThrow('remove 2 failed');
		expect(eventsOf(vendor)).toEqual(['orders', 'webhook']);
	});

	it('tells the first reason, also when undoing fails', async () => {
		const vendor = new Vendor(['orders', 'contact']);
		vendor.failing.set('create contact', 'before').set('remove 100', 'before');
		await expect(registerWebhooks(vendor.registration)).rejects.toThrow('create contact failed');
	});

	it('undoes what it knows of when the list cannot be read any more', async () => {
		const vendor = new Vendor(['orders', 'contact']);
		const { list, create, ...rest } = vendor.registration;
		const registration = {
			...rest,
			list,
			async create(event: string) {
				if (event === 'contact') vendor.failing.set('list', 'before');
				if (event === 'contact') throw new Error('create contact failed');
				return await create(event);
			},
		};
		await expect(registerWebhooks(registration)).rejects.toThrow('create contact failed');
		expect(vendor.entries).toEqual([]);
	});

	it('does nothing at all when the list cannot be read', async () => {
		const vendor = new Vendor(['orders'], [entry(1, 'contact')]);
		vendor.failing.set('list', 'before');
		await expect(registerWebhooks(vendor.registration)).rejects.toThrow('list failed');
		expect(vendor.done).toEqual([]);
	});
});

describe('unregistering', () => {
	it('removes a webhook that is listed twice once', async () => {
		const vendor = new Vendor(['orders'], [entry(1, 'orders')]);
		expect(await unregisterWebhooks(repeating(vendor))).toEqual([entry(1, 'orders')]);
		expect(vendor.done).toEqual(['list', 'remove 1']);
	});

	const failure = (number: number, httpCode?: string) =>
		new NodeApiError(mock<INode>({}), {}, { message: `remove ${number} failed`, httpCode });

	it.each<[string | undefined, number[]]>([
		['500', [1, 2, 3]],
		['400', [1, 2, 3]],
		['503', [1]],
		['401', [1]],
		['403', [1]],
		['429', [1]],
		[undefined, [1]],
	])('that fails with %s tries %j of three webhooks', async (httpCode, tried) => {
		const { registration } = new Vendor(
			[],
			[entry(1, 'orders'), entry(2, 'contact'), entry(3, 'packaging')],
		);
		const asked: number[] = [];
		const remove = async ({ id }: Entry) => {
			asked.push(id);
			return id === 2 ? await Promise.resolve() : await Promise.reject(failure(id, httpCode));
		};
		const unregistering = unregisterWebhooks({ ...registration, remove });
		await expect(unregistering).rejects.toThrow('remove 1 failed');
		expect(asked).toEqual(tried);
	});

	it('removes all, and can be repeated after a failure', async () => {
		const vendor = new Vendor(['orders'], [entry(1, 'orders'), entry(2, 'contact', false)]);
		vendor.failing.set('remove 2', 'before');
		await expect(unregisterWebhooks(vendor.registration)).rejects.toThrow('remove 2 failed');
		vendor.failing.clear();
		expect((await unregisterWebhooks(vendor.registration)).map(({ id }) => id)).toEqual([2]);
		expect(await unregisterWebhooks(vendor.registration)).toEqual([]);
	});
});
