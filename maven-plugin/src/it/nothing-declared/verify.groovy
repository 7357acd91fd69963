def log = new File(basedir, 'build.log').text
def expect = { boolean holds, String what -> if (!holds) { throw new AssertionError((Object) what) } }

expect(!log.contains('[Vitrine'), 'nothing is found where nothing is declared')
expect(!log.contains('[WARNING]'), 'and nothing is warned of')
expect(!new File(basedir, 'catalog').exists(), 'and nothing is published')
['check', 'update', 'diff', 'show', 'help'].each { goal -> expect(log.contains("vitrine:${goal}\n"), "help tells ${goal}") }
return true
