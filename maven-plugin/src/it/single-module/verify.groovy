def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects')
def expect = { boolean holds, String what -> if (!holds) { throw new AssertionError((Object) what) } }

// 1: verify
expect(builds[1].contains("[ERROR] [VitrineCatalogDrift] The committed catalog of 'editor' in catalog is not what was compiled"), 'drift')
expect(builds[1].contains('[ERROR]     catalog.json is not there yet'), 'which file')
expect(builds[1].contains('and commit it: mvn vitrine:update\n'), 'the cure')

// 2: vitrine:update
['catalog.json', 'catalog.md', 'index.html'].each { name ->
    expect(builds[2].contains("Published catalog/${name}"), "what is published: ${name}")
}

// 3: verify
expect(!builds[3].contains('[Vitrine'), 'nothing is found in a catalog that is right')

// 5: the record has changed, and vitrine:check, called by hand, has compiled it; no build wrote the committed copy
expect(builds[4].contains('-            "maximum": 1000'), 'what is committed')
expect(builds[4].contains('+            "maximum": 5000'), 'what was compiled')
expect(new File(basedir, 'catalog/catalog.json').text.contains('"maximum": 1000'), 'check does not write')

// 7: vitrine:show tells a direct call, a call in a lambda, a method reference
[27, 28, 29].each { line -> expect(builds[5].contains("emitted by it.Editor.main(Editor.java:${line})"), "line ${line}") }

expect(builds[4].contains('collects more (1)'), 'what it means for users')

expect(!log.contains('\tat '), 'no stack trace')
return true
