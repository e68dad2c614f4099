import type { Intercept } from './intercept';

/** The vendors' real hosts, and where the sandbox stands in for each. */
const VENDOR_HOSTS: ReadonlyArray<[RegExp, string]> = [
	[/^api(-\d+)?\.radaro\.com\.au$/, '/radaro'],
	[/^app\.detrack\.com$/, '/detrack'],
	[/^api\.routigo\.com$/, '/routigo'],
	[/^www\.readycloud\.com$/, '/readycloud'],
];

/** Sends calls to the vendors' production addresses to the sandbox, path and query unchanged. */
export function routeVendors(intercept: Intercept, sandboxUrl: string): void {
	for (const [host, path] of VENDOR_HOSTS) intercept.forward(host, `${sandboxUrl}${path}`);
}
