import { DEMO_VENDORS } from './vendors';

/** Gives the stand-ins the settings without which a trigger could not be published. */
export async function prepareStandIns(sandboxUrl: string): Promise<void> {
	for (const { slug, settings } of DEMO_VENDORS) {
		if (settings) await send('PATCH', `${sandboxUrl}/control/${slug}/settings`, settings);
	}
}

/**
 * Does in the stand-ins what a person does once in the vendors' portals, where a URL is pasted. The
 * other vendors are told by their triggers themselves.
 * @param urlOf gives the production URL of a vendor's trigger, by the vendor's `provider`
 */
export async function setUpPortals(
	sandboxUrl: string,
	urlOf: (provider: string) => string,
): Promise<void> {
	for (const { slug, provider, portal } of DEMO_VENDORS) {
		if (!portal) continue;
		await send('PUT', `${sandboxUrl}/control/${slug}/webhooks`, portal(urlOf(provider)));
	}
}

/** What the triggers of the other vendors have registered in the stand-ins, as it is now. */
export async function registeredIn(sandboxUrl: string): Promise<unknown[]> {
	const others = DEMO_VENDORS.filter(({ portal }) => !portal);
	return await Promise.all(
		others.map(async ({ slug }) => {
			const response = await fetch(`${sandboxUrl}/control/${slug}/webhooks`);
			return await response.json();
		}),
	);
}

async function send(method: string, url: string, body: object): Promise<void> {
	const response = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) {
		throw new Error(`The sandbox refused ${method} ${new URL(url).pathname} (${response.status}).`);
	}
}
