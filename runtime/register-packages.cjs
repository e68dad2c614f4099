// Runs under Node 24, which brings SQLite. Writes the rows that n8n's own installation of a
// community package writes, so that Settings > Community nodes lists it. Argument: JSON
// { database, packages: [{ name, version, authorName, authorEmail, nodes: [{ name, type, version }] }] }.
const { DatabaseSync } = require('node:sqlite');

const { database, packages } = JSON.parse(process.argv[2]);
const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
const db = new DatabaseSync(database);
db.exec('PRAGMA busy_timeout = 10000');
db.exec('BEGIN IMMEDIATE');
for (const { name, version, authorName, authorEmail, nodes } of packages) {
	db.prepare('DELETE FROM installed_nodes WHERE package = ?').run(name);
	db.prepare('DELETE FROM installed_packages WHERE packageName = ?').run(name);
	db.prepare(
		'INSERT INTO installed_packages (packageName, installedVersion, authorName, authorEmail, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)',
	).run(name, version, authorName ?? null, authorEmail ?? null, now, now);
	for (const node of nodes) {
		db.prepare(
			'INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)',
		).run(node.name, node.type, node.version, name);
	}
}
db.exec('COMMIT');
db.close();
