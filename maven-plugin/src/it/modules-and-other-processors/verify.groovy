def log = new File(basedir, 'build.log').text
def expect = { boolean holds, String what -> if (!holds) { throw new AssertionError((Object) what) } }

expect(!log.contains('[Vitrine'), 'nothing is found')
expect(!log.contains('[WARNING]'), 'nothing is warned of')
expect(new File(basedir, 'catalog/catalog.json').text.contains('"module": "it.editor"'), 'the module is named')
expect(new File(basedir, 'catalog/index.html').text.contains('it.Editor.main'), 'the caller is named')
return true
