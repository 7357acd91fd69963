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

// 8: vitrine:diff. At HEAD up to 100 were committed, up to 1000 are in the folder, and up to 5000 were compiled
// What a diff prints follows the line that ends the compilation before it.
def diffs = builds[6].split(/<<< vitrine[^ ]*:diff /)
def sections = ['text', 'markdown', 'failing'].collectEntries { id -> [id, diffs.find { it.startsWith("(${id})") }] }
sections.each { id, section -> expect(section != null, "vitrine:diff@${id} ran") }
expect(sections.text.contains('[INFO] Privacy catalog of editor: collects more (1).\n'), 'text: the headline')
expect(sections.text.contains('before: 0 to 100\n'), 'text: what was committed at HEAD')
expect(sections.text.contains('after:  0 to 5000\n'), 'text: what was compiled')

def comment = sections.markdown.readLines().drop(2)*.replaceFirst(/^\[INFO\] /, '')
expect(comment[0] == '<!-- vitrine:catalog-diff -->', 'Markdown: the first line, by which a bot finds its comment')
expect(comment.any { it == '### Privacy catalog of editor: collects more (1)' }, 'Markdown: the headline')
expect(comment.any { it.startsWith('|') && it.contains('0 to 1000') && it.contains('0 to 5000') }, 'Markdown: the row')

def document = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/diff/diff.json'))
expect(document.application == 'editor', 'JSON: the application')
expect(document.counts == ['collects-more': 1, 'collects-less': 0, 'wording': 0], "JSON: ${document.counts}")
expect(document.changes.size() == 1 && document.changes[0].class == 'collects-more', "JSON: ${document.changes}")
expect([document.changes[0].before, document.changes[0].after] == ['0 to 1000', '0 to 5000'], 'JSON: before and after')
expect(builds[6].contains('Written to target/diff/diff.json'), 'JSON: where it is')

expect(sections.failing.contains('Compared with HEAD, the privacy catalog of single-module has 1 change of a class'
        + ' that is set to fail (collects-more).'), 'why it fails')

// 9 to 11: the wrong folder, a file that is not there, a format that there is none
expect(builds[7].contains("[ERROR] [VitrineNoApplication] There is no application in src, and catalog holds the catalog of 'editor'"), 'the wrong folder')
expect((builds[8] =~ /There is no file or folder [^ ]*nope\.jar/).find(), 'no such file')
expect(builds[9].contains("There is no format 'html', only text, markdown, json."), 'the allowed words')
expect(!log.contains('No enum constant'), 'and no word of the code')

expect(!log.contains('\tat '), 'no stack trace')
return true
