/**
 * What a trigger that subscribes itself needs of its vendor. One subscription is for one event, and
 * all functions are about those of this trigger alone: others at the vendor are never touched.
 */
export interface Subscriptions<Subscription> {
	/** The events that need a subscription each. */
	wanted: readonly string[];
	/** All at this trigger's address, also those that are not wanted any more. */
	list(): Promise<Subscription[]>;
	idOf(subscription: Subscription): string;
	eventOf(subscription: Subscription): string | null;
	/** Whether it still does its work: not suspended, and nothing about it has changed. */
	isSound(subscription: Subscription): boolean;
	/** `null` where the vendor does not offer the event and the user did not ask for it by name. */
	create(event: string): Promise<Subscription | null>;
	repair(subscription: Subscription, event: string): Promise<Subscription | null>;
	/** Something that is not there any more counts as removed. */
	remove(subscription: Subscription): Promise<void>;
}

interface Plan<Subscription> {
	sound: Subscription[];
	broken: Array<{ event: string; subscription: Subscription }>;
	missing: string[];
	surplus: Subscription[];
}

/** Compares what is there with what is wanted: one sound subscription for each event, and no other. */
function planOf<Subscription>(
	{ wanted, eventOf, isSound }: Subscriptions<Subscription>,
	listed: readonly Subscription[],
): Plan<Subscription> {
	const plan: Plan<Subscription> = { sound: [], broken: [], missing: [], surplus: [] };
	for (const event of wanted) {
		const candidates = listed.filter((each) => eventOf(each) === event);
		const sound = candidates.find(isSound);
		const [first] = candidates;
		if (sound !== undefined) plan.sound.push(sound);
		else if (first !== undefined) plan.broken.push({ event, subscription: first });
		else plan.missing.push(event);
	}
	const needed = [...plan.sound, ...plan.broken.map(({ subscription }) => subscription)];
	plan.surplus = listed.filter((each) => !needed.includes(each));
	return plan;
}

/** The subscriptions when they are exactly as wanted, or `null`. Nothing is changed. */
export async function soundSubscriptions<Subscription>(
	vendor: Subscriptions<Subscription>,
): Promise<Subscription[] | null> {
	const { sound, broken, missing, surplus } = planOf(vendor, await vendor.list());
	return broken.length + missing.length + surplus.length === 0 ? sound : null;
}

/**
 * Makes the subscriptions as wanted, whatever is there; safe to repeat. When a step fails, everything
 * that this call made is removed again, also what was made although the answer was lost.
 */
export async function subscribe<Subscription>(
	vendor: Subscriptions<Subscription>,
): Promise<Subscription[]> {
	const before = await vendor.list();
	const { sound, broken, missing, surplus } = planOf(vendor, before);
	const made: Array<Subscription | null> = [];
	let isDone = false;
	try {
		for (const event of missing) made.push(await vendor.create(event));
		for (const { event, subscription } of broken) {
			made.push(await vendor.repair(subscription, event));
		}
		for (const subscription of surplus) await vendor.remove(subscription);
		isDone = true;
	} finally {
		if (!isDone) await undo(vendor, before, present(made));
	}
	return [...sound, ...present(made)];
}

/** Removes all subscriptions of this trigger, and gives those that were there. */
export async function unsubscribe<Subscription>(
	vendor: Subscriptions<Subscription>,
): Promise<Subscription[]> {
	const listed = await vendor.list();
	for (const subscription of listed) await vendor.remove(subscription);
	return listed;
}

/** The reason for undoing is what the user must read, so what goes wrong here is left out. */
async function undo<Subscription>(
	vendor: Subscriptions<Subscription>,
	before: readonly Subscription[],
	made: readonly Subscription[],
): Promise<void> {
	const known = new Set(before.map(vendor.idOf));
	const now = await vendor.list().catch(() => made);
	for (const subscription of now) {
		if (!known.has(vendor.idOf(subscription))) {
			await vendor.remove(subscription).catch(() => undefined);
		}
	}
}

function present<Subscription>(list: ReadonlyArray<Subscription | null>): Subscription[] {
	return list.filter((each): each is NonNullable<typeof each> => each !== null);
}
