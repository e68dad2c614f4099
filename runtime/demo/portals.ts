import { DEMO_VENDORS } from './vendors';

/** Gives the stand-ins the settings without which a trigger could not be published. */
export async function prepareStandIns(sandboxUrl: string): Promise<void> {
	for (const { slug, settings } of DEMO_VENDORS) {
		if (settings) await send('PATCH', `${sandboxUrl}/control/${slug}/settings`, settings);
	}
}

/**
 * Does in the stand-ins what a person does once in the vendors' portals, where a URL is pasted. The
 * other vendors are told by their triggers themselves. URLs that a person has entered since stay.
 * @param urlOf gives the production URL of a vendor's trigger, by the vendor's `provider`
 * @returns the names of the vendors that call only other URLs, which a person has entered
 */
export async function setUpPortals(
	sandboxUrl: string,
	urlOf: (provider: string) => string,
): Promise<string[]> {
	const elsewhere: string[] = [];
	for (const { slug, name, provider, webhookUrl } of DEMO_VENDORS) {
		if (webhookUrl !== 'pasted') continue;
		const body = { url: urlOf(provider) };
		const response = await send('PUT', `${sandboxUrl}/control/${slug}/demo`, body);
		const { isCalled } = (await response.json()) as { isCalled: boolean };
		if (!isCalled) elsewhere.push(name);
	}
	return elsewhere;
}

/** What the triggers of the other vendors have registered in the stand-ins, as it is now. */
export async function registeredIn(sandboxUrl: string): Promise<unknown[]> {
	const others = DEMO_VENDORS.filter(({ webhookUrl }) => webhookUrl !== 'pasted');
	return await Promise.all(
		others.map(async ({ slug }) => {
			const response = await fetch(`${sandboxUrl}/control/${slug}/webhooks`);
			return await response.json();
		}),
	);
}

async function send(method: string, url: string, body: object): Promise<Response> {
	const response = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (response.ok) return response;
	throw new Error(`The sandbox refused ${method} ${new URL(url).pathname} (${response.status}).`);
}
