import java.nio.file.Files
import javax.tools.ToolProvider

// An earlier state of this application in a git repository, with the catalog that the compiler made of it at that time:
// HEAD, as vitrine:diff finds it. The folder itself is left as it was, without a catalog.
def git = { String... arguments ->
    def command = ['git', '-c', 'user.name=it', '-c', 'user.email=it@it.example', '-c', 'commit.gpgsign=false'] + arguments.toList()
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
    def output = process.inputStream.text
    if (process.waitFor() != 0) {
        throw new AssertionError((Object) "${command}: ${output}")
    }
}
def version = (new File(basedir, '../parent/pom.xml').text =~ '<vitrine.version>([^<]+)</vitrine.version>')[0][1]
def jar = { String artifact ->
    return new File(localRepositoryPath, "dev/vitrine/${artifact}/${version}/${artifact}-${version}.jar").path
}

def sources = new File(basedir, 'src/main/java/it')
def earlier = Files.createTempDirectory(basedir.toPath(), 'earlier').toFile()
def classes = new File(earlier, 'classes')
classes.mkdirs()
def files = sources.listFiles().sort().collect { source ->
    def copy = new File(earlier, source.name)
    copy.text = source.text.replace('max = 1000', 'max = 100')
    return copy.path
}
def arguments = ['-d', classes.path, '-cp', jar('vitrine-runtime'), '-processorpath', jar('vitrine-processor')] + files
def messages = new ByteArrayOutputStream()
if (ToolProvider.systemJavaCompiler.run(null, messages, messages, arguments as String[]) != 0) {
    throw new AssertionError((Object) messages.toString())
}

def catalog = new File(basedir, 'catalog')
catalog.mkdirs()
Files.copy(new File(classes, 'META-INF/vitrine/editor/catalog.json').toPath(), new File(catalog, 'catalog.json').toPath())
git('init', '--quiet')
git('add', 'catalog/catalog.json')
git('commit', '--quiet', '--message', 'The catalog of an earlier state')
catalog.deleteDir()
earlier.deleteDir()
return true
