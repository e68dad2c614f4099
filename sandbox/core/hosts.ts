/** Where host names really listen, such as `{ 'n8n.example.com': 'http://127.0.0.1:5678' }`. */
export type Hosts = Readonly<Record<string, string>>;

/** The address under which a URL is reached from here: path and query stay. */
export function reachedAt(url: string, hosts: Hosts): string {
	const { hostname, pathname, search } = new URL(url);
	const place = hosts[hostname];
	return place === undefined ? url : new URL(`${pathname}${search}`, place).href;
}
