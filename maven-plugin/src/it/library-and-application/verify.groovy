def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects')
def expect = { boolean holds, String what -> if (!holds) { throw new AssertionError((Object) what) } }

expect(builds[1].contains("committed catalog of 'shell' in application/catalog is not what was compiled"), 'drift')
def cure = /commit it: mvn dev\.vitrine:vitrine-maven-plugin:[^ ]+:update -pl application -am\n/
expect((builds[1] =~ cure).find(), 'the cure')

expect(builds[2].contains('Published application/catalog/catalog.json'), 'the cure works, also from clean')
def catalog = new File(basedir, 'application/catalog/catalog.json').text
expect(catalog.contains('"id": "retried"'), 'what is included is in the catalog')
expect(!catalog.contains('given-up'), 'what is not included is not')
expect(!new File(basedir, 'library/catalog').exists(), 'a library has no catalog of its own')

expect(!builds[3].contains('[Vitrine'), 'nothing is found, and the call in the library is known')

// 4: the shaded jar by its path; 5: by its coordinates, from the repository into which 3 installed it
[4, 5].each { build ->
    expect(builds[build].contains('shell of Example Inc.: 1 experiment.'), "the shaded jar, in build ${build}")
    def call = 'emitted by it.Client.<init>(Client.java:9)'
    expect(builds[build].contains(call), "the method reference in the library, in build ${build}")
    expect(builds[build].contains('1 experiment in no catalog here, and therefore inert:'), "what is not included, in build ${build}")
}

expect(!log.contains('\tat '), 'no stack trace')
return true
